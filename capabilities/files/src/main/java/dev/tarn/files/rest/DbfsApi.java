package dev.tarn.files.rest;

import com.databricks.sdk.service.files.AddBlock;
import com.databricks.sdk.service.files.Close;
import com.databricks.sdk.service.files.Create;
import com.databricks.sdk.service.files.CreateResponse;
import com.databricks.sdk.service.files.DbfsService;
import com.databricks.sdk.service.files.Delete;
import com.databricks.sdk.service.files.FileInfo;
import com.databricks.sdk.service.files.GetStatusRequest;
import com.databricks.sdk.service.files.ListDbfsRequest;
import com.databricks.sdk.service.files.ListStatusResponse;
import com.databricks.sdk.service.files.MkDirs;
import com.databricks.sdk.service.files.Move;
import com.databricks.sdk.service.files.Put;
import com.databricks.sdk.service.files.ReadDbfsRequest;
import com.databricks.sdk.service.files.ReadResponse;
import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
import dev.tarn.files.Dbfs;
import dev.tarn.files.RemotePath;
import java.io.ByteArrayInputStream;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The DBFS API. {@code put} with a form, as the older command line sends it, is answered by {@link DbfsPut}. */
public final class DbfsApi implements DbfsService {
    private final Caller caller;
    private final Dbfs dbfs;

    public DbfsApi(Caller caller, Dbfs dbfs) {
        this.caller = caller;
        this.dbfs = dbfs;
    }

    @Override
    public FileInfo getStatus(GetStatusRequest request) {
        RemotePath path = RemotePath.parse(request.getPath());
        return info(path, dbfs.status(caller, path));
    }

    @Override
    public ListStatusResponse list(ListDbfsRequest request) {
        RemotePath path = RemotePath.parse(request.getPath());
        return new ListStatusResponse()
                .setFiles(dbfs.list(caller, path).stream()
                        .map(each -> info(path.with(each.path()), each))
                        .toList());
    }

    @Override
    public ReadResponse read(ReadDbfsRequest request) {
        byte[] data = dbfs.read(
                caller,
                RemotePath.parse(request.getPath()),
                Optional.ofNullable(request.getOffset()),
                Optional.ofNullable(request.getLength()));
        return new ReadResponse()
                .setBytesRead((long) data.length)
                .setData(Base64.getEncoder().encodeToString(data));
    }

    @Override
    public void put(Put request) {
        put(dbfs, caller, request.getPath(), request.getContents(), Boolean.TRUE.equals(request.getOverwrite()));
    }

    static void put(Dbfs dbfs, Caller caller, @Nullable String path, @Nullable String base64, boolean overwrite) {
        dbfs.put(caller, RemotePath.parse(path), new ByteArrayInputStream(decode("contents", base64)), overwrite);
    }

    @Override
    public CreateResponse create(Create request) {
        return new CreateResponse()
                .setHandle(dbfs.create(
                        caller, RemotePath.parse(request.getPath()), Boolean.TRUE.equals(request.getOverwrite())));
    }

    @Override
    public void addBlock(AddBlock request) {
        dbfs.addBlock(caller, handle(request.getHandle()), decode("data", request.getData()));
    }

    @Override
    public void close(Close request) {
        dbfs.close(caller, handle(request.getHandle()));
    }

    @Override
    public void mkdirs(MkDirs request) {
        dbfs.makeFolders(caller, RemotePath.parse(request.getPath()));
    }

    @Override
    public void move(Move request) {
        dbfs.move(caller, RemotePath.parse(request.getSourcePath()), RemotePath.parse(request.getDestinationPath()));
    }

    @Override
    public void delete(Delete request) {
        dbfs.delete(caller, RemotePath.parse(request.getPath()), Boolean.TRUE.equals(request.getRecursive()));
    }

    private static long handle(@Nullable Long handle) {
        if (handle == null) {
            throw AppException.invalid("'handle' is missing: send what create gave.");
        }
        return handle;
    }

    private static byte[] decode(String field, @Nullable String base64) {
        try {
            return Base64.getDecoder().decode(base64 == null ? "" : base64);
        } catch (IllegalArgumentException e) {
            throw AppException.invalid("'%s' is not base64.".formatted(field));
        }
    }

    private static FileInfo info(RemotePath path, dev.tarn.storage.FileInfo info) {
        return new FileInfo()
                .setPath(path.text())
                .setIsDir(info.folder())
                .setFileSize(info.bytes())
                .setModificationTime(info.modifiedAt().toEpochMilli());
    }
}
