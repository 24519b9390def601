import { parse, View, type Spec } from 'vega';
import { expressionInterpreter } from 'vega-interpreter';
import { compile, type TopLevelSpec } from 'vega-lite';

/**
 * Draws a Vega-Lite chart. Expressions are interpreted, never compiled: the page's Content-Security-Policy allows no eval.
 *
 * @returns what removes it
 */
export async function draw(spec: TopLevelSpec, parent: HTMLElement, renderer: 'svg' | 'canvas'): Promise<() => void> {
  const compiled = compile(spec).spec as Spec;
  const view = new View(parse(compiled, undefined, { ast: true }), { expr: expressionInterpreter, renderer, hover: true });
  view.initialize(parent);
  await view.runAsync();
  return () => view.finalize();
}
