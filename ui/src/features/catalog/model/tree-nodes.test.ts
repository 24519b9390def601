import { describe, expect, it } from 'vitest';
import { parentIndex, ROOT, treeNodes, type Children } from './tree-nodes';

const catalog = { kind: 'catalog' as const, name: 'main', fullName: 'main' };
const schema = { kind: 'schema' as const, name: 'travel', fullName: 'main.travel' };

function known(places: Record<string, Partial<Children>>) {
  return (parent: string): Children | undefined =>
    places[parent] && { objects: [], hasMore: false, loading: false, ...places[parent] };
}

describe('treeNodes', () => {
  it('shows that catalogs are on their way before anything is known', () => {
    expect(treeNodes(new Set(), () => undefined).map((node) => node.type)).toEqual(['more']);
  });

  it('opens groups below an open schema, and says which are empty', () => {
    const nodes = treeNodes(
      new Set(['main', 'main.travel', 'main.travel/volumes']),
      known({ [ROOT]: { objects: [catalog] }, main: { objects: [schema] }, 'main.travel/volumes': {} }),
    );
    expect(nodes.map((node) => node.key)).toEqual([
      'catalog main',
      'schema main.travel',
      'main.travel/tables',
      'main.travel/volumes',
      'empty main.travel/volumes',
      'main.travel/functions',
    ]);
  });

  it('keeps what was loaded when the next page fails to come', () => {
    const nodes = treeNodes(new Set(['main']), known({ [ROOT]: { objects: [catalog] }, main: { objects: [schema], error: new Error('gone') } }));
    expect(nodes.map((node) => node.type)).toEqual(['object', 'object', 'error']);
  });

  it('goes left to what a line lies below', () => {
    const nodes = treeNodes(new Set(['main', 'main.travel']), known({ [ROOT]: { objects: [catalog] }, main: { objects: [schema] } }));
    expect(parentIndex(nodes, 4)).toBe(1);
    expect(parentIndex(nodes, 0)).toBe(0);
  });
});
