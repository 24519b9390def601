import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Tooltip } from 'radix-ui';
import { afterEach, describe, expect, it } from 'vitest';
import { sessionEnded } from '../../shared/api/session-state';
import { SessionEnded } from './session-ended';

afterEach(() => sessionEnded.set(false));

describe('the end of a session', () => {
  it('is told of over the page, which stays as it was if one wants', async () => {
    render(
      <Tooltip.Provider>
        <p>What was written</p>
        <SessionEnded />
      </Tooltip.Provider>,
    );
    expect(screen.queryByRole('dialog')).toBeNull();
    act(() => sessionEnded.set(true));
    expect(screen.getByRole('dialog', { name: 'Your session has ended' })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Sign in' })).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Stay on this page' }));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(screen.getByText('What was written')).toBeTruthy();
  });
});
