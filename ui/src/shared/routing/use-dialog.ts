import { useNavigate, useSearch } from '@tanstack/react-router';

/** A dialog that an address can open: `?create=catalog`. */
export function useDialog(name: string): { open: boolean; show: () => void; hide: () => void } {
  const search: { create?: string } = useSearch({ strict: false });
  const navigate = useNavigate();
  const set = (create: string | undefined) =>
    void navigate({ to: '.', search: (previous: Record<string, unknown>) => ({ ...previous, create }), replace: true });
  return { open: search.create === name, show: () => set(name), hide: () => set(undefined) };
}
