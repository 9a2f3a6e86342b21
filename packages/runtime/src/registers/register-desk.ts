import type { ImportRunner } from '../imports/import-runner.js';
import { ImportDesk } from '../imports/import-desk.js';
import type { ReadingTools } from '../facade/tenant-tools.js';
import type { RecordListQuery, ScopedRegisters } from '../runtime-registers.js';
import type { ViewerScope } from '../scope/viewer-scope.js';
import { exportRecords } from './export-records.js';
import { RecordReader } from './record-reader.js';
import { RecordWriter } from './record-writer.js';
import { RegisterScope } from './register-scope.js';

/** The registers as one viewer may use them. */
export function registerDesk(tools: ReadingTools & { readonly imports: ImportRunner }, viewer: ViewerScope): ScopedRegisters {
  const reader = new RecordReader(tools, new RegisterScope(viewer));
  const writer = new RecordWriter(reader);
  return {
    all: () => reader.all(),
    one: (register) => reader.one(register),
    list: (register, query) => reader.list(register, query),
    record: (register, id) => reader.record(register, id),
    history: (register, id) => reader.history(register, id),
    reveal: (register, id, why) => reader.reveal(register, id, why),
    create: (register, input, options) => writer.create(register, input, options),
    change: (register, id, input, options) => writer.change(register, id, input, options),
    export: (register, query: RecordListQuery) => exportRecords(reader, register, query),
    imports: new ImportDesk(reader, writer, tools.imports),
  };
}
