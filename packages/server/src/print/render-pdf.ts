import type { PrintSheet } from '@careway/runtime';
import pdfmake from 'pdfmake';
import { codeName, markMissing } from './mark-missing.js';
import type { PdfFonts } from './pdf-fonts.js';
import type { PrintedPdf, PrintJob } from './pdf-job.js';
import { pdfDefinition } from './pdf-definition.js';

const fontName = 'Sheet';

/** A renderer for documents in these fonts: no other file is ever read, and nothing from the network. */
export function pdfRenderer(fonts: PdfFonts): (sheet: PrintSheet, locale: PrintJob['locale']) => Promise<PrintedPdf> {
  pdfmake.setFonts({ [fontName]: { normal: fonts.regular, bold: fonts.bold } });
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => path === fonts.regular || path === fonts.bold);
  return async (sheet, locale) => {
    const missing = new Set<string>();
    const show = (text: string) => {
      const marked = markMissing(text, fonts.shows);
      for (const character of marked.missing) missing.add(character);
      return marked.text;
    };
    const definition = pdfDefinition(sheet, { locale, show, font: fontName, lacking: () => [...missing].map(codeName) });
    const bytes = await pdfmake.createPdf(definition).getBuffer();
    return { bytes: new Uint8Array(bytes), missing: [...missing] };
  };
}
