package dev.tarn.files.rest;

import com.databricks.sdk.service.files.CreateDirectoryRequest;
import com.databricks.sdk.service.files.DeleteDirectoryRequest;
import com.databricks.sdk.service.files.DeleteFileRequest;
import com.databricks.sdk.service.files.DirectoryEntry;
import com.databricks.sdk.service.files.DownloadRequest;
import com.databricks.sdk.service.files.DownloadResponse;
import com.databricks.sdk.service.files.FilesService;
import com.databricks.sdk.service.files.GetDirectoryMetadataRequest;
import com.databricks.sdk.service.files.GetMetadataRequest;
import com.databricks.sdk.service.files.GetMetadataResponse;
import com.databricks.sdk.service.files.ListDirectoryContentsRequest;
import com.databricks.sdk.service.files.ListDirectoryResponse;
import com.databricks.sdk.service.files.UploadRequest;
import dev.tarn.core.Caller;
import dev.tarn.core.Page;
import dev.tarn.core.PageRequest;
import dev.tarn.core.PageToken;
import dev.tarn.files.Files;
import dev.tarn.files.RemotePath;
import dev.tarn.http.Download;
import dev.tarn.storage.FileContent;
import dev.tarn.storage.FileInfo;
import java.util.Optional;

/**
 * The Files API. What travels as raw bytes (upload, download and a file's metadata in headers) is answered by {@link FileRoutes}, which
 * take the same paths; the methods here say what they mean.
 */
public final class FilesApi implements FilesService {
    static final String BYTES = "application/octet-stream";

    private final Caller caller;
    private final Files files;

    public FilesApi(Caller caller, Files files) {
        this.caller = caller;
        this.files = files;
    }

    @Override
    public void createDirectory(CreateDirectoryRequest request) {
        files.makeFolder(caller, RemotePath.ofVolume(request.getDirectoryPath()));
    }

    @Override
    public void deleteDirectory(DeleteDirectoryRequest request) {
        files.deleteFolder(caller, RemotePath.ofVolume(request.getDirectoryPath()));
    }

    @Override
    public void getDirectoryMetadata(GetDirectoryMetadataRequest request) {
        files.folder(caller, RemotePath.ofVolume(request.getDirectoryPath()));
    }

    @Override
    public ListDirectoryResponse listDirectoryContents(ListDirectoryContentsRequest request) {
        RemotePath folder = RemotePath.ofVolume(request.getDirectoryPath());
        Page<FileInfo> page = files.list(caller, folder, pageRequest(request.getPageSize(), request.getPageToken()));
        return new ListDirectoryResponse()
                .setContents(
                        page.items().stream().map(info -> entry(folder, info)).toList())
                .setNextPageToken(page.next().map(PageToken::encode).orElse(null));
    }

    /** A page holds a thousand entries unless fewer are asked for. */
    static PageRequest pageRequest(
            @org.jspecify.annotations.Nullable Long size, @org.jspecify.annotations.Nullable String token) {
        return PageRequest.of(size == null || size == 0 ? (long) PageRequest.MAXIMUM : size, token);
    }

    private static DirectoryEntry entry(RemotePath folder, FileInfo info) {
        return new DirectoryEntry()
                .setPath(folder.with(info.path()).text())
                .setName(info.path().name())
                .setIsDirectory(info.folder())
                .setFileSize(info.folder() ? null : info.bytes())
                .setLastModified(info.modifiedAt().toEpochMilli());
    }

    @Override
    public void delete(DeleteFileRequest request) {
        files.delete(caller, RemotePath.ofVolume(request.getFilePath()));
    }

    @Override
    public void upload(UploadRequest request) {
        files.write(
                caller,
                RemotePath.ofVolume(request.getFilePath()),
                request.getContents(),
                !Boolean.FALSE.equals(request.getOverwrite()),
                Optional.empty());
    }

    @Override
    public DownloadResponse download(DownloadRequest request) {
        FileContent content = files.open(caller, RemotePath.ofVolume(request.getFilePath()));
        return new DownloadResponse()
                .setContents(content.read(0, content.info().bytes()))
                .setContentLength(content.info().bytes())
                .setContentType(BYTES)
                .setLastModified(Download.httpDate(content.info().modifiedAt()));
    }

    @Override
    public GetMetadataResponse getMetadata(GetMetadataRequest request) {
        try (FileContent content = files.open(caller, RemotePath.ofVolume(request.getFilePath()))) {
            return new GetMetadataResponse()
                    .setContentLength(content.info().bytes())
                    .setContentType(BYTES)
                    .setLastModified(Download.httpDate(content.info().modifiedAt()));
        }
    }
}
