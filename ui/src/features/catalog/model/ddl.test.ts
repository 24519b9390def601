import { describe, expect, it } from 'vitest';
import { createStatement } from './ddl';

describe('createStatement', () => {
  it('quotes names and texts, and leaves out what the format keeps for itself', () => {
    expect(
      createStatement({
        full_name: 'main.travel.Odd Name',
        data_source_format: 'DELTA',
        table_type: 'EXTERNAL',
        storage_location: 's3://b/t',
        comment: "It's \\ odd",
        columns: [
          { name: 'b', type_text: 'string', position: 1, comment: 'x' },
          { name: 'a`b', type_text: 'decimal(10,2)', position: 0, nullable: false, partition_index: 0 },
        ],
        properties: { 'delta.minReaderVersion': '1', owner: 'me' },
        table_constraints: [{ primary_key_constraint: { name: 'pk', child_columns: ['b'] } }],
      }),
    ).toBe(
      [
        'CREATE TABLE main.travel.`Odd Name` (',
        '  `a``b` DECIMAL(10,2) NOT NULL,',
        "  b STRING COMMENT 'x',",
        '  CONSTRAINT pk PRIMARY KEY (b)',
        ')',
        'USING DELTA',
        'PARTITIONED BY (`a``b`)',
        "COMMENT 'It\\'s \\\\ odd'",
        "LOCATION 's3://b/t'",
        'TBLPROPERTIES (',
        "  'owner' = 'me'",
        ')',
      ].join('\n'),
    );
  });
});
