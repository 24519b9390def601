import { beforeEach, describe, expect, it, vi } from 'vitest';
import { TabsModel } from './tabs';

describe('tabs', () => {
  beforeEach(() => localStorage.clear());

  it('begin with an empty one and survive reload', () => {
    vi.useFakeTimers();
    const tabs = new TabsModel('t');
    tabs.type(tabs.active().id, 'SELECT 1');
    vi.advanceTimersByTime(400);
    tabs.open({ text: 'SELECT 2' });
    vi.useRealTimers();
    const again = new TabsModel('t');
    expect(again.store.get().tabs.map((tab) => [tab.title, tab.text])).toEqual([
      ['Untitled 1', 'SELECT 1'],
      ['Untitled 2', 'SELECT 2'],
    ]);
    expect(again.active().text).toBe('SELECT 2');
  });

  it('lose nothing that was just typed', () => {
    const tabs = new TabsModel('v');
    const first = tabs.active().id;
    tabs.type(first, 'SELECT 1');
    tabs.open({});
    expect(tabs.store.get().tabs[0]?.text).toBe('SELECT 1');
  });

  it('take over where the one before ran, and close to their neighbour', () => {
    const tabs = new TabsModel('u');
    const first = tabs.active().id;
    tabs.update(first, { warehouse: 'w', catalog: 'main' });
    const second = tabs.open({});
    expect(second).toMatchObject({ warehouse: 'w', catalog: 'main', title: 'Untitled 2' });
    tabs.close(second.id);
    expect(tabs.active().id).toBe(first);
    tabs.close(first);
    expect(tabs.store.get().tabs).toHaveLength(1);
    expect(tabs.active().text).toBe('');
  });
});
