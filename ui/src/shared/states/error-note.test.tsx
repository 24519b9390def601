import { render, screen } from '@testing-library/react';
import { Tooltip } from 'radix-ui';
import { describe, expect, it } from 'vitest';
import { ApiError } from '../api/api-error';
import { ErrorNote } from './error-note';

describe('ErrorNote', () => {
  it('shows the first line plain, and the rest with code and request id to unfold', () => {
    render(
      <Tooltip.Provider>
        <ErrorNote error={new ApiError(400, 'BAD_REQUEST', 'It failed.\nline 2', 'r-1')} />
      </Tooltip.Provider>,
    );
    expect(screen.getByText('It failed.')).toBeTruthy();
    expect(document.querySelector('details pre')?.textContent).toBe('BAD_REQUEST\nline 2\nrequest id r-1');
  });

  it('says who can grant what was denied', () => {
    render(
      <Tooltip.Provider>
        <ErrorNote error={new ApiError(403, 'PERMISSION_DENIED', 'No.', undefined)} />
      </Tooltip.Provider>,
    );
    expect(screen.getByText(/can grant it/)).toBeTruthy();
  });
});
