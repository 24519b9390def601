// Made from the official SDK by ./tarn api-types; a test compares the two. Do not edit.
import { operation } from '../operation';

export interface AddBlock {
  data?: string;
  handle?: number;
}

export interface Close {
  handle?: number;
}

export interface Create {
  overwrite?: boolean;
  path?: string;
}

export interface CreateDirectoryRequest {
  directoryPath: string;
}

export interface CreateResponse {
  handle?: number;
}

export interface Delete {
  path?: string;
  recursive?: boolean;
}

export interface DeleteDirectoryRequest {
  directoryPath: string;
}

export interface DeleteFileRequest {
  filePath: string;
}

export interface DirectoryEntry {
  file_size?: number;
  is_directory?: boolean;
  last_modified?: number;
  name?: string;
  path?: string;
}

export interface DownloadRequest {
  filePath: string;
}

export interface DownloadResponse {
  contentLength?: number;
  contentType?: string;
  contents?: unknown;
  lastModified?: string;
}

export interface FileInfo {
  file_size?: number;
  is_dir?: boolean;
  modification_time?: number;
  path?: string;
}

export interface GetDirectoryMetadataRequest {
  directoryPath: string;
}

export interface GetMetadataRequest {
  filePath: string;
}

export interface GetMetadataResponse {
  contentLength?: number;
  contentType?: string;
  lastModified?: string;
}

export interface GetStatusRequest {
  path?: string;
}

export interface ListDbfsRequest {
  path?: string;
}

export interface ListDirectoryContentsRequest {
  directoryPath: string;
  page_size?: number;
  page_token?: string;
}

export interface ListDirectoryResponse {
  contents?: DirectoryEntry[];
  next_page_token?: string;
}

export interface ListStatusResponse {
  files?: FileInfo[];
}

export interface MkDirs {
  path?: string;
}

export interface Move {
  destination_path?: string;
  source_path?: string;
}

export interface Put {
  contents?: string;
  overwrite?: boolean;
  path?: string;
}

export interface ReadDbfsRequest {
  length?: number;
  offset?: number;
  path?: string;
}

export interface ReadResponse {
  bytes_read?: number;
  data?: string;
}

export interface UploadRequest {
  contents?: unknown;
  filePath: string;
  overwrite?: boolean;
}

export const dbfs = {
  addBlock: /* @__PURE__ */ operation<AddBlock, void>('POST', '/api/2.0/dbfs/add-block', []),
  close: /* @__PURE__ */ operation<Close, void>('POST', '/api/2.0/dbfs/close', []),
  create: /* @__PURE__ */ operation<Create, CreateResponse>('POST', '/api/2.0/dbfs/create', []),
  delete: /* @__PURE__ */ operation<Delete, void>('POST', '/api/2.0/dbfs/delete', []),
  getStatus: /* @__PURE__ */ operation<GetStatusRequest, FileInfo>('GET', '/api/2.0/dbfs/get-status', ['path']),
  list: /* @__PURE__ */ operation<ListDbfsRequest, ListStatusResponse>('GET', '/api/2.0/dbfs/list', ['path']),
  mkdirs: /* @__PURE__ */ operation<MkDirs, void>('POST', '/api/2.0/dbfs/mkdirs', []),
  move: /* @__PURE__ */ operation<Move, void>('POST', '/api/2.0/dbfs/move', []),
  put: /* @__PURE__ */ operation<Put, void>('POST', '/api/2.0/dbfs/put', []),
  read: /* @__PURE__ */ operation<ReadDbfsRequest, ReadResponse>('GET', '/api/2.0/dbfs/read', ['length', 'offset', 'path']),
};

export const files = {
  createDirectory: /* @__PURE__ */ operation<CreateDirectoryRequest, void>('PUT', '/api/2.0/fs/directories{directoryPath}', []),
  delete: /* @__PURE__ */ operation<DeleteFileRequest, void>('DELETE', '/api/2.0/fs/files{filePath}', []),
  deleteDirectory: /* @__PURE__ */ operation<DeleteDirectoryRequest, void>('DELETE', '/api/2.0/fs/directories{directoryPath}', []),
  download: /* @__PURE__ */ operation<DownloadRequest, DownloadResponse>('GET', '/api/2.0/fs/files{filePath}', []),
  getDirectoryMetadata: /* @__PURE__ */ operation<GetDirectoryMetadataRequest, void>('HEAD', '/api/2.0/fs/directories{directoryPath}', []),
  getMetadata: /* @__PURE__ */ operation<GetMetadataRequest, GetMetadataResponse>('HEAD', '/api/2.0/fs/files{filePath}', []),
  listDirectoryContents: /* @__PURE__ */ operation<ListDirectoryContentsRequest, ListDirectoryResponse>('GET', '/api/2.0/fs/directories{directoryPath}', ['page_size', 'page_token']),
  upload: /* @__PURE__ */ operation<UploadRequest, void>('PUT', '/api/2.0/fs/files{filePath}', ['overwrite']),
};
