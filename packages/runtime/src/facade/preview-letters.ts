import type { CaseCommand, Reply } from '../runtime.js';
import { letterText } from '../views/letter-text.js';
import { viewContext } from '../views/view-context.js';
import type { LetterText } from '../views.js';
import { translateCommand } from './case-commands.js';
import type { CaseReader } from './case-reader.js';
import { actorFor } from './command-case.js';

/** The letters as they would go out if a member of staff sent this command now. Nothing is recorded; numbers are still to be assigned. */
export async function previewLetters(reader: CaseReader, caseId: string, command: CaseCommand): Promise<Reply<readonly LetterText[]>> {
  const { tools, scope, parts } = reader;
  const context = await reader.context(caseId);
  if (!context?.asStaff) return { ok: false, kind: 'not-found' };
  const translated = await translateCommand({ parts, state: context.whole, person: scope.person?.id }, command);
  if ('issues' in translated) return { ok: false, kind: 'issues', issues: translated.issues };
  const foreseen = await tools.loop.foresee({
    caseId,
    actor: (state) => actorFor(tools, scope, { state, command }),
    command: (state) => state && translated.command(state),
  });
  if (!foreseen.ok) return foreseen;
  const known = new Set(foreseen.before.letters.map(({ id }) => id));
  const after = viewContext({ parts, scope, state: foreseen.after, version: context.version, people: context.people });
  const letters = foreseen.after.letters.flatMap(({ id }) => (known.has(id) ? [] : (letterText(after, id) ?? [])));
  return { ok: true, value: letters, replayed: false };
}
