const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const PAGE = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj
trailer<</Root 1 0 R>>
%%EOF
`;

export const agreement = { name: '服务协议.pdf', mimeType: 'application/pdf', buffer: Buffer.from(PAGE) };
export const photo = { name: '值班记录.png', mimeType: 'image/png', buffer: Buffer.from(PIXEL, 'base64') };
/** Named as a picture, but a script. */
export const disguised = { name: '照片.png', mimeType: 'image/png', buffer: Buffer.from('#!/bin/sh\necho hello\n') };
