import { useAllShortcuts } from '../../shared/keyboard/shortcuts';
import { Dialog } from '../../shared/ui/dialog';
import { Kbd } from '../../shared/ui/kbd';

/** Every key that works on this page. */
export function ShortcutList({ onClose }: { onClose: () => void }) {
  const shortcuts = useAllShortcuts();
  const groups = [...new Set(shortcuts.map((shortcut) => shortcut.group))];
  return (
    <Dialog open onClose={onClose} title="Keyboard shortcuts">
      {groups.map((group) => (
        <section key={group} className="mb-4">
          <h3 className="text-ink-faint mb-1 text-sm font-medium">{group}</h3>
          <dl>
            {shortcuts
              .filter((shortcut) => shortcut.group === group)
              .map((shortcut) => (
                <div key={shortcut.keys} className="border-line flex items-center justify-between gap-4 border-b py-1.5">
                  <dt>{shortcut.label}</dt>
                  <dd>
                    <Kbd keys={shortcut.keys} />
                  </dd>
                </div>
              ))}
          </dl>
        </section>
      ))}
      <p className="text-ink-soft">Arrow keys move in trees and tables, Enter opens, Esc closes.</p>
    </Dialog>
  );
}
