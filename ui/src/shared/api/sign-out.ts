import { csrf } from './session-state';

/** Ends the session, or all of the user's sessions, and leads to the sign-in page. */
export async function signOut(everywhere: boolean): Promise<void> {
  const form = new URLSearchParams({ csrf: csrf(), everywhere: everywhere ? 'yes' : '' });
  await fetch('/login/out', { method: 'POST', body: form, credentials: 'same-origin', redirect: 'manual' });
  window.location.assign('/login');
}
