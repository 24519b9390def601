import { render } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { handleKey, useShortcuts } from './shortcuts';

function Keys({ go, help }: { go: () => void; help: () => void }) {
  useShortcuts([
    { keys: 'g c', label: 'Catalog', group: 'Go to', run: go },
    { keys: '?', label: 'Help', group: 'Everywhere', run: help },
  ]);
  return <input aria-label="field" />;
}

function withTarget(key: string, target: EventTarget): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { key, cancelable: true });
  Object.defineProperty(event, 'target', { value: target });
  return event;
}

const press = (key: string, target: EventTarget = document.body) => handleKey(withTarget(key, target));

describe('shortcuts', () => {
  it('runs a key, and one key after another', () => {
    const go = vi.fn();
    const help = vi.fn();
    render(<Keys go={go} help={help} />);
    press('?');
    press('g');
    press('c');
    expect([help.mock.calls.length, go.mock.calls.length]).toEqual([1, 1]);
  });

  it('leaves keys to a text that is being written', () => {
    const help = vi.fn();
    const { getByLabelText } = render(<Keys go={vi.fn()} help={help} />);
    press('?', getByLabelText('field'));
    expect(help).not.toHaveBeenCalled();
  });

  it('forgets the keys of what is gone', () => {
    const help = vi.fn();
    render(<Keys go={vi.fn()} help={help} />).unmount();
    press('?');
    expect(help).not.toHaveBeenCalled();
  });
});
