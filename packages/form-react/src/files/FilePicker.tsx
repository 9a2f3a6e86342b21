import type { Locale, LocalizedText } from '@careway/definition';
import { sizeWords } from '@careway/forms';
import { useEffect, useRef, useState } from 'react';
import type { StoredFile } from '../form-context.js';
import { formText } from '../form-texts.js';

export interface FilePickerProps {
  readonly id: string;
  readonly locale: Locale;
  readonly files: readonly StoredFile[];
  /** Content types offered; empty for all. */
  readonly accept: readonly string[];
  /** Largest size in words. */
  readonly limit: string;
  readonly upload: (file: File) => Promise<StoredFile>;
  readonly remove: (file: StoredFile) => Promise<void>;
  readonly href: (file: StoredFile) => string;
  readonly explain: (error: unknown) => LocalizedText;
  readonly onChange: (files: readonly StoredFile[]) => void;
}

interface Failure {
  readonly name: string;
  readonly message: LocalizedText;
}

/** Chooses, uploads and removes files. One that fails names its reason; the others stay. */
export function FilePicker(props: FilePickerProps) {
  const { id, locale, files } = props;
  const [busy, setBusy] = useState<readonly string[]>([]);
  const [failures, setFailures] = useState<readonly Failure[]>([]);
  const latest = useRef(files);
  useEffect(() => {
    latest.current = files;
  });
  const put = (next: readonly StoredFile[]) => {
    latest.current = next;
    props.onChange(next);
  };

  const add = async (chosen: readonly File[]) => {
    setFailures([]);
    for (const file of chosen) {
      setBusy((names) => [...names, file.name]);
      try {
        put([...latest.current, await props.upload(file)]);
      } catch (error) {
        setFailures((known) => [...known, { name: file.name, message: props.explain(error) }]);
      }
      setBusy((names) => names.filter((name) => name !== file.name));
    }
  };
  const drop = async (file: StoredFile) => {
    try {
      await props.remove(file);
      put(latest.current.filter((kept) => kept.id !== file.id));
    } catch (error) {
      setFailures([{ name: file.name, message: props.explain(error) }]);
    }
  };
  return (
    <div className="files">
      {files.length === 0 ? <p className="field-hint">{formText('noFiles', locale)}</p> : null}
      <ul className="file-list">
        {files.map((file) => (
          <li key={file.id} className="file-line">
            <a href={props.href(file)} download={file.name}>
              {file.name}
            </a>
            <span className="figure">{sizeWords(file.bytes)}</span>
            <button type="button" className="button-link" onClick={() => void drop(file)}>
              {formText('remove', locale)}
              <span className="visually-hidden">{file.name}</span>
            </button>
          </li>
        ))}
      </ul>
      <div aria-live="polite">
        {busy.map((name) => (
          <p key={name}>{formText('uploading', locale, { name })}</p>
        ))}
        {failures.map(({ name, message }) => (
          <p className="field-error" key={name}>
            <span aria-hidden="true">✗</span>
            <span>{message[locale]}</span>
          </p>
        ))}
      </div>
      <div className="file-button">
        <input
          className="visually-hidden"
          id={id}
          type="file"
          multiple
          accept={props.accept.length > 0 ? props.accept.join(',') : undefined}
          aria-describedby={`${id}-limit`}
          onChange={(event) => {
            void add([...(event.target.files ?? [])]);
            event.target.value = '';
          }}
        />
        <label className="button" htmlFor={id}>
          {formText('chooseFile', locale)}
        </label>
        <span id={`${id}-limit`} className="field-hint">
          {formText('fileLimit', locale, { size: props.limit })}
        </span>
      </div>
    </div>
  );
}
