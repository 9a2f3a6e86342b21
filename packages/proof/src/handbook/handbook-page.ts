import { type Clause, type ClauseDocument, type ComposedPack, fillText, type Locale, type LocalizedText } from '@careway/definition';
import { type HandbookWord, handbookWords } from './handbook-catalogue.js';

interface Basis {
  readonly clause?: string | undefined;
  readonly source?: string | undefined;
  readonly note?: LocalizedText | undefined;
}

/** Writes Markdown in one language about one pack, and remembers which clauses were cited. */
export class HandbookPage {
  readonly #cited = new Map<ClauseDocument, Set<Clause>>();

  constructor(
    readonly pack: ComposedPack,
    readonly locale: Locale,
  ) {}

  text(text: LocalizedText | undefined): string {
    return text?.[this.locale] ?? '';
  }

  word(name: HandbookWord, params: Readonly<Record<string, string | number>> = {}): string {
    return fillText(handbookWords[name], params)[this.locale];
  }

  heading(name: HandbookWord): string {
    return `\n## ${this.word(name)}\n`;
  }

  /** A table; none where there is nothing to tell. */
  table(heads: readonly HandbookWord[], rows: readonly (readonly string[])[]): string {
    return this.grid(
      heads.map((head) => this.word(head)),
      rows,
    );
  }

  grid(heads: readonly string[], rows: readonly (readonly string[])[]): string {
    if (rows.length === 0) return '';
    const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;
    return [line(heads), `|${heads.map(() => '---').join('|')}|`, ...rows.map(line), ''].join('\n');
  }

  role(id: string | undefined): string {
    const role = this.pack.organisation.roles.find((known) => known.id === id);
    return role ? this.text(role.label) : (id ?? '');
  }

  /** Where a figure comes from: document and article, or the city itself, with its note. */
  basis(basis: Basis | undefined): string {
    const note = basis?.note ? this.text(basis.note) : '';
    const ground = basis?.clause === undefined ? (basis?.source === 'city-set' ? this.word('citySet') : '') : this.cite(basis.clause);
    return [ground, note].filter(Boolean).join(this.locale === 'en' ? '; ' : '；');
  }

  /** Short name of a clause, its document by number; both are told in full at the end of the page. */
  cite(id: string): string {
    for (const document of this.pack.clauseDocuments.values()) {
      const clause = document.clauses.find((known) => known.id === id);
      if (!clause) continue;
      const cited = this.#cited.get(document) ?? new Set();
      this.#cited.set(document, cited.add(clause));
      return `〔${this.#numberOf(document)}〕${clause.article}`;
    }
    return id;
  }

  /** Every document cited so far with its clauses, quoted whole and with their status. */
  quotes(): string {
    const status = {
      'in-force': '',
      historical: ['历史文件', 'historical'],
      draft: ['征求意见', 'draft'],
      repealed: ['已废止', 'repealed'],
    } as const;
    return [...this.#cited]
      .map(([document, clauses]) => {
        const title = this.locale === 'en' ? this.text(document.title) : `《${this.text(document.title)}》`;
        const quoted = [...clauses].map((clause) => {
          const mark = status[clause.status ?? document.status];
          const words = mark === '' ? '' : ` *(${mark[this.locale === 'en' ? 1 : 0]})*`;
          return `- ${clause.article}${words}\n\n  > ${clause.quote.replaceAll('\n', '\n  > ')}\n`;
        });
        return `### 〔${this.#numberOf(document)}〕${title}\n\n${quoted.join('\n')}`;
      })
      .join('\n');
  }

  #numberOf(document: ClauseDocument): number {
    return [...this.#cited.keys()].indexOf(document) + 1;
  }
}

/** A cell holds no line breaks and no bars of its own. */
function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', '<br>');
}
