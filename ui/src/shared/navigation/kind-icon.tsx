import { BookMarked, Box, Database, Eye, FileCode2, FolderOpen, KeyRound, MapPin, SquareFunction, Table2, User, UserCog, Users } from 'lucide-react';
import type { Place } from './places';

const ICONS = {
  catalog: BookMarked,
  schema: Database,
  table: Table2,
  view: Eye,
  volume: FolderOpen,
  function: SquareFunction,
  location: MapPin,
  credential: KeyRound,
  user: User,
  group: Users,
  'service-principal': UserCog,
  page: Box,
  query: FileCode2,
} as const;

export function KindIcon({ kind, className }: { kind: Place['kind']; className?: string }) {
  const Icon = ICONS[kind];
  return <Icon aria-hidden className={className ?? 'text-ink-faint size-4 shrink-0'} />;
}
