import { RotateCw, Table2 } from 'lucide-react';
import { quoted } from '../../../shared/navigation/paths';
import { Empty } from '../../../shared/states/empty';
import { Loaded } from '../../../shared/states/loaded';
import { useStatement } from '../../../shared/statements/use-statement';
import { ResultTable } from '../../../shared/table/result-table';
import { Button } from '../../../shared/ui/button';
import { RequestAccess } from './request-access';
import { Time } from '../../../shared/display/time';

const ROWS = 100;

/** Some rows of the table, read with the reader's own rights. */
export function SampleTab({ fullName, owner, version }: { fullName: string; owner?: string; version?: number }) {
  const at = version === undefined ? '' : ` VERSION AS OF ${version}`;
  const sample = useStatement(['sample', fullName], `SELECT * FROM ${quoted(fullName)}${at} LIMIT ${ROWS}`, 300_000);
  return (
    <Loaded query={sample} what="No rows could be read" lines={10} help={<RequestAccess kind="table" fullName={fullName} owner={owner} />}>
      {(result) =>
        result.rows.length === 0 ? (
          <Empty icon={Table2} title="The table is empty">
            It has columns, but no row yet.
          </Empty>
        ) : (
          <div className="flex min-h-0 flex-1 flex-col">
            <div className="text-ink-faint flex items-center gap-2 px-5 py-2">
              <span>
                {result.rows.length === ROWS ? `Some ${ROWS} rows` : `All ${result.rows.length} rows`}, read <Time at={sample.dataUpdatedAt} />
              </span>
              <Button look="quiet" busy={sample.isFetching} onClick={() => void sample.refetch()}>
                <RotateCw /> Refresh
              </Button>
            </div>
            <ResultTable name="sample" label={`Rows of ${fullName}`} result={result} />
          </div>
        )
      }
    </Loaded>
  );
}
