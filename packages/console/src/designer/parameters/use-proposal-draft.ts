import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { ApiProblem, newKey, OfflineError, type ProposalView, request } from '../../api/index.js';
import { type Answers, DraftSaver } from '../../portal/apply/draft-saver.js';
import { proposalQuery } from '../api/designer-queries.js';
import { answersOf, editOf } from './proposal-answers.js';

export interface DraftPlace {
  readonly area: string;
  /** My draft of the area, when there is one. */
  readonly proposal: ProposalView | undefined;
}

/** The draft of one area being typed into: saved by itself, every step can be undone and done again. */
export function useProposalDraft(place: DraftPlace) {
  const client = useQueryClient();
  const [editor] = useState(() => createEditor(place, client));
  const { saver } = editor;
  const state = useSyncExternalStore(saver.subscribe, saver.current);
  const steps = useSteps(saver);
  useEffect(() => {
    const flush = () => void saver.flush();
    window.addEventListener('pagehide', flush);
    window.addEventListener('online', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      window.removeEventListener('online', flush);
      void saver.flush().finally(() => saver.stop());
    };
  }, [saver]);
  return { saver, state, ...steps, saved: editor.saved };
}

export type ProposalDraft = ReturnType<typeof useProposalDraft>;

/** The proposal is made at the first save; the same key makes a second try harmless. */
function createEditor({ area, proposal }: DraftPlace, client: QueryClient) {
  const key = newKey();
  let current = proposal;
  const save = async (answers: Answers, version: number) => {
    const made = current ?? (await request<ProposalView>('/proposals', { method: 'POST', idempotencyKey: key, body: { area } }));
    current = made;
    const path = `/proposals/${encodeURIComponent(made.id)}`;
    const saved = await request<ProposalView>(path, {
      method: 'PUT',
      ifMatch: version === 0 ? made.version : version,
      body: editOf(answers),
    });
    current = saved;
    client.setQueryData(proposalQuery(saved.id).queryKey, saved);
    return { version: saved.version, data: answers };
  };
  const saver = new DraftSaver(
    { version: proposal?.version ?? 0, data: answersOf(proposal) },
    {
      save,
      classify: (error) => {
        if (error instanceof OfflineError) return 'offline';
        return error instanceof ApiProblem && error.status === 412 ? 'conflict' : 'refused';
      },
      after: (milliseconds, run) => {
        const timer = setTimeout(run, milliseconds);
        return () => clearTimeout(timer);
      },
      keep: () => undefined,
    },
  );
  return { saver, saved: () => current };
}

/** Undo and redo: whole drafts before each step; typing in one place is one step. */
function useSteps(saver: DraftSaver) {
  const past = useRef<Answers[]>([]);
  const future = useRef<Answers[]>([]);
  const place = useRef<string | undefined>(undefined);
  const go = (to: Answers) => {
    const now = saver.current().answers;
    saver.change({ ...Object.fromEntries(Object.keys(now).map((key) => [key, undefined])), ...to });
  };
  return {
    /** Changes the draft. @param at the field; more typing in it belongs to the same step. */
    change: (answers: Answers, at: string) => {
      if (place.current !== at) past.current.push(saver.current().answers);
      place.current = at;
      future.current = [];
      saver.change(answers);
    },
    canUndo: () => past.current.length > 0,
    canRedo: () => future.current.length > 0,
    undo: () => {
      const to = past.current.pop();
      if (!to) return;
      future.current.push(saver.current().answers);
      place.current = undefined;
      go(to);
    },
    redo: () => {
      const to = future.current.pop();
      if (!to) return;
      past.current.push(saver.current().answers);
      place.current = undefined;
      go(to);
    },
  };
}
