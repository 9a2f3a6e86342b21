type Asker = () => Promise<boolean>;

let asker: Asker | undefined;
let pending: Promise<boolean> | undefined;

/** The page registers the dialog that asks for a log-in; the returned function takes it away again. */
export function onSessionExpired(ask: Asker): () => void {
  asker = ask;
  return () => {
    if (asker === ask) asker = undefined;
  };
}

/** Asks once, however many requests wait for it. True when somebody logged in: the requests then go out again. */
export function askForLogIn(): Promise<boolean> {
  if (!asker) return Promise.resolve(false);
  pending ??= asker().finally(() => {
    pending = undefined;
  });
  return pending;
}
