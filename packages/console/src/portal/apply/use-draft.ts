import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { ApiProblem, type DraftView, OfflineError, request } from '../../api/index.js';
import { keepBackup, readBackup } from './draft-backup.js';
import { type Answers, DraftSaver } from './draft-saver.js';

/** One draft being filled in: its answers as typed, and how far they are saved. */
export function useDraft(draft: DraftView) {
  const client = useQueryClient();
  const [saver] = useState(() => createSaver(draft));
  const state = useSyncExternalStore(saver.subscribe, saver.current);
  useEffect(() => {
    const leave = () => void saver.flush();
    const back = () => void saver.flush();
    window.addEventListener('pagehide', leave);
    document.addEventListener('visibilitychange', leave);
    window.addEventListener('online', back);
    return () => {
      window.removeEventListener('pagehide', leave);
      document.removeEventListener('visibilitychange', leave);
      window.removeEventListener('online', back);
      void saver.flush().finally(() => saver.stop());
      void client.invalidateQueries({ queryKey: ['drafts'] });
    };
  }, [saver, client]);
  return { saver, state };
}

function createSaver(draft: DraftView): DraftSaver {
  const save = (answers: Answers, version: number, page: string | undefined) =>
    request<DraftView>(`/drafts/${encodeURIComponent(draft.id)}`, {
      method: 'PUT',
      ifMatch: version,
      body: { data: answers, ...(page ? { page } : {}) },
      keepalive: JSON.stringify(answers).length < 50_000,
    });
  const saver = new DraftSaver(draft, {
    save,
    classify: (error) => {
      if (error instanceof OfflineError) return 'offline';
      return error instanceof ApiProblem && error.status === 412 ? 'conflict' : 'refused';
    },
    after: (milliseconds, run) => {
      const timer = setTimeout(run, milliseconds);
      return () => clearTimeout(timer);
    },
    keep: (answers, version) => keepBackup(draft.id, answers, version),
  });
  const backup = readBackup(draft.id);
  if (backup) {
    saver.change({ ...Object.fromEntries(Object.keys(draft.data).map((id) => [id, undefined])), ...backup.answers });
    // Saved under the version it was typed upon: a newer one elsewhere shows as a conflict with both.
    if (backup.version !== draft.version) saver.rebase(backup.version);
  }
  return saver;
}
