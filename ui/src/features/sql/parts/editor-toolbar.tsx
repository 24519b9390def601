import { ChevronDown, MoreHorizontal, Play, Save, Share2, Square, WandSparkles } from 'lucide-react';
import type { EndpointInfo } from '../../../shared/api/generated/sql';
import { Button, IconButton } from '../../../shared/ui/button';
import { Select } from '../../../shared/ui/input';
import { Menu, MenuItem, MenuLine } from '../../../shared/ui/menu';
import { Tip } from '../../../shared/ui/tip';
import type { EditorTab } from '../model/tabs';
import { NamespacePicker, WarehousePicker } from './place-picker';

interface EditorToolbarProps {
  tab: EditorTab;
  running: boolean;
  warehouses: EndpointInfo[];
  warehouseId: string;
  limit: number;
  onRun: (what: 'current' | 'all' | 'explain') => void;
  onCancel: () => void;
  onWarehouse: (id: string) => void;
  onNamespace: (catalog: string | undefined, schema: string | undefined) => void;
  onLimit: (limit: number) => void;
  onFormat: () => void;
  onSave: () => void;
  onSaveAs: () => void;
  onShare: () => void;
  onVersions: () => void;
}

const LIMITS = [1_000, 10_000, 100_000, 1_000_000, 0];

/** What one does with a text: run it somewhere, format it, keep it. */
export function EditorToolbar(props: EditorToolbarProps) {
  const { tab, running, limit } = props;
  const editable = !tab.query || tab.query.level === 'CAN_EDIT' || tab.query.level === 'CAN_MANAGE';
  return (
    <div className="border-line flex shrink-0 flex-wrap items-center gap-x-2 gap-y-1.5 border-b px-2 py-1.5">
      {running ? (
        <Button look="danger" onClick={props.onCancel}>
          <Square /> Cancel
        </Button>
      ) : (
        <span className="flex">
          <Tip text="Run the statement at the cursor, or the selection" shortcut="mod+enter">
            <Button look="primary" className="rounded-r-none" onClick={() => props.onRun('current')}>
              <Play /> Run
            </Button>
          </Tip>
          <Menu
            align="start"
            trigger={
              <Button look="primary" aria-label="More ways to run" className="border-l-on-accent/30 rounded-l-none px-1">
                <ChevronDown />
              </Button>
            }
          >
            <MenuItem shortcut="mod+enter" onSelect={() => props.onRun('current')}>
              Run statement
            </MenuItem>
            <MenuItem shortcut="mod+shift+enter" onSelect={() => props.onRun('all')}>
              Run everything
            </MenuItem>
            <MenuLine />
            <MenuItem onSelect={() => props.onRun('explain')}>Explain statement</MenuItem>
          </Menu>
        </span>
      )}
      <Select aria-label="Row limit" value={limit} onChange={(event) => props.onLimit(Number(event.target.value))} className="text-ink-soft h-7 w-32">
        {LIMITS.map((rows) => (
          <option key={rows} value={rows}>
            {rows === 0 ? 'All rows' : `${rows.toLocaleString('en')} rows`}
          </option>
        ))}
      </Select>
      <WarehousePicker all={props.warehouses} chosen={props.warehouseId} onChoose={props.onWarehouse} />
      <NamespacePicker catalog={tab.catalog} schema={tab.schema} onChoose={props.onNamespace} />
      <span className="ml-auto flex items-center gap-1">
        <IconButton label="Format" shortcut="shift+alt+f" onClick={props.onFormat}>
          <WandSparkles />
        </IconButton>
        <Button onClick={editable ? props.onSave : props.onSaveAs}>
          <Save /> {editable ? 'Save' : 'Save a copy'}
        </Button>
        {tab.query ? (
          <>
            <IconButton label="Share" disabled={tab.query.level !== 'CAN_MANAGE'} onClick={props.onShare}>
              <Share2 />
            </IconButton>
            <Menu
              trigger={
                <IconButton label="More">
                  <MoreHorizontal />
                </IconButton>
              }
            >
              <MenuItem onSelect={props.onSaveAs}>Save as…</MenuItem>
              <MenuItem onSelect={props.onVersions}>Versions…</MenuItem>
            </Menu>
          </>
        ) : null}
      </span>
    </div>
  );
}
