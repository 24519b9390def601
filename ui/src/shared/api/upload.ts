import { ApiError } from './api-error';
import { chosenWorkspace, csrf } from './session-state';

interface UploadOptions {
  signal?: AbortSignal;
  /** Bytes that have left. */
  onProgress?: (sent: number) => void;
}

/** Where the API has a volume's file, whatever is in its name. */
export function fileAddress(path: string): string {
  return `/api/2.0/fs/files${path.split('/').map(encodeURIComponent).join('/')}`;
}

/**
 * Puts a file into a volume. `fetch` does not say how far an upload is; XMLHttpRequest does.
 *
 * @param path such as `/Volumes/main/default/landing/orders.csv`
 */
export function upload(path: string, file: Blob, { signal, onProgress }: UploadOptions = {}): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const aborted = () => reject(new DOMException('The upload was cancelled.', 'AbortError'));
    request.open('PUT', `${fileAddress(path)}?overwrite=false`);
    request.setRequestHeader('X-Tarn-Csrf', csrf());
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    const workspace = chosenWorkspace();
    if (workspace) {
      request.setRequestHeader('X-Databricks-Workspace-Id', workspace);
    }
    request.upload.onprogress = (event) => onProgress?.(event.loaded);
    request.onload = () => (request.status < 300 ? resolve() : reject(refusal(request)));
    request.onerror = () =>
      reject(new ApiError(0, 'UNREACHABLE', 'The server ended the upload, or does not answer. Is it running, and are you online?', undefined));
    request.onabort = aborted;
    if (signal?.aborted) {
      aborted();
      return;
    }
    signal?.addEventListener('abort', () => request.abort(), { once: true });
    request.send(file);
  });
}

function refusal(request: XMLHttpRequest): ApiError {
  let body: { error_code?: string; message?: string } = {};
  try {
    body = JSON.parse(request.responseText) as typeof body;
  } catch {
    // not ours: a proxy's page
  }
  const message = body.message ?? `The server answered ${request.status}.`;
  return new ApiError(request.status, body.error_code ?? 'ERROR', message, request.getResponseHeader('x-request-id') ?? undefined);
}
