import type { Completion, CompletionContext, CompletionResult, CompletionSource } from '@codemirror/autocomplete';
import { FUNCTIONS, KEYWORDS, TYPES } from './dialect';
import { placeOf, type Place, type TableReference } from './references';

/** What completion asks of the catalog. Names that cannot be had are an empty list. */
export interface Names {
  catalogs(): Promise<string[]>;
  schemas(catalog: string): Promise<string[]>;
  tables(catalog: string, schema: string): Promise<{ name: string; kind: string }[]>;
  columns(fullName: string): Promise<{ name: string; type: string }[]>;
  /** Where names without catalog or schema are looked up. */
  current(): { catalog: string; schema: string };
}

const WORDS: Completion[] = [
  ...KEYWORDS.split(' ').map((word) => ({ label: word.toUpperCase(), type: 'keyword', boost: -20 })),
  ...TYPES.split(' ').map((word) => ({ label: word.toUpperCase(), type: 'type', boost: -30 })),
  ...FUNCTIONS.split(' ').map((word) => ({ label: word, apply: `${word}(`, type: 'function', detail: 'function', boost: -10 })),
];

/** Completes names of the live catalog, aliases of the statement, functions and keywords. */
export function completionSource(names: Names): CompletionSource {
  return async (context: CompletionContext): Promise<CompletionResult | null> => {
    const place = placeOf(context.state.doc.toString(), context.pos);
    if (!place || (!context.explicit && place.path.length === 0 && place.from === context.pos && !place.wantsTable)) {
      return null;
    }
    const options = place.path.length > 0 ? await afterDot(names, place) : place.wantsTable ? await tablesHere(names) : await anything(names, place);
    return options.length === 0 ? null : { from: place.from, options, validFor: /^[\p{L}\p{N}_`]*$/u };
  };
}

async function afterDot(names: Names, place: Place): Promise<Completion[]> {
  const { path } = place;
  const { catalog } = names.current();
  const [first = '', second = ''] = path;
  const reference = path.length === 1 ? place.references.find((other) => other.alias.toLowerCase() === first.toLowerCase()) : undefined;
  if (reference && !place.wantsTable) {
    return columnsOf(names, reference);
  }
  if (path.length === 1) {
    const [schemas, tables] = await Promise.all([names.schemas(first), names.tables(catalog, first)]);
    return [...schemas.map((name) => option(name, 'namespace', 'schema')), ...tables.map((table) => option(table.name, 'class', table.kind))];
  }
  if (path.length === 2) {
    const tables = await names.tables(first, second);
    return tables.length > 0 ? tables.map((table) => option(table.name, 'class', table.kind)) : columnsOf(names, { name: path, alias: '' });
  }
  return columnsOf(names, { name: path, alias: '' });
}

async function tablesHere(names: Names): Promise<Completion[]> {
  const { catalog, schema } = names.current();
  const [catalogs, schemas, tables] = await Promise.all([names.catalogs(), names.schemas(catalog), names.tables(catalog, schema)]);
  return [
    ...tables.map((table) => option(table.name, 'class', table.kind, 30)),
    ...schemas.map((name) => option(name, 'namespace', 'schema', 10)),
    ...catalogs.map((name) => option(name, 'namespace', 'catalog', 5)),
  ];
}

async function anything(names: Names, place: Place): Promise<Completion[]> {
  const columns = await Promise.all(place.references.map((reference) => columnsOf(names, reference)));
  const aliases = place.references.map((reference) => option(reference.alias, 'variable', reference.name.join('.'), 20));
  const known = new Map(columns.flat().map((completion) => [completion.label, { ...completion, boost: 30 }]));
  return [...known.values(), ...aliases, ...WORDS];
}

async function columnsOf(names: Names, reference: TableReference): Promise<Completion[]> {
  const { catalog, schema } = names.current();
  const full = [catalog, schema, '', ''].slice(0, 3 - reference.name.length).concat(reference.name);
  return (await names.columns(full.join('.'))).map((column) => option(column.name, 'property', column.type.toLowerCase()));
}

function option(name: string, type: string, detail: string, boost = 0): Completion {
  const apply = /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) ? name : `\`${name.replaceAll('`', '``')}\``;
  return { label: name, apply, type, detail, boost };
}
