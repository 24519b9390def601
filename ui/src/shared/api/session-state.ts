import { createStore } from '../state/store';

/** Who is signed in, as `GET /login/session` says. The cookie itself is out of reach of scripts. */
export interface Session {
  user_name: string;
  user_id: string;
  workspace_id: string;
  admin: boolean;
  csrf: string;
}

/** Whether the server has ended a session that this page had begun with: the page stays, so that nothing written in it is lost. */
export const sessionEnded = createStore(false);

const CHOSEN = 'tarn.workspace';
const state: { session: Session | undefined } = { session: undefined };

export function rememberSession(session: Session): void {
  state.session = session;
}

export function hasSession(): boolean {
  return state.session !== undefined;
}

export function csrf(): string {
  return state.session?.csrf ?? '';
}

/** The workspace that this tab works in, where it is not the session's own. The server ignores one that the user is not in. */
export function chosenWorkspace(): string | undefined {
  return sessionStorage.getItem(CHOSEN) ?? undefined;
}

export function chooseWorkspace(id: string): void {
  sessionStorage.setItem(CHOSEN, id);
}
