package dev.tarn.storage.internal;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** One bucket with one set of keys. Errors hold the store's error code, and nothing of the request. */
public final class S3Bucket {
    private static final int MISSING = 404;
    private static final int DENIED = 403;
    private static final int TAKEN = 412;
    private static final int CONFLICT = 409;
    private static final int PAST_THE_END = 416;

    /** A file or folder. @param key without a slash at its end */
    public record Found(String key, boolean folder, long bytes, Instant modifiedAt) {}

    private final S3Client client;
    private final String bucket;

    S3Bucket(S3Client client, String bucket) {
        this.client = client;
        this.bucket = bucket;
    }

    public Optional<Found> stat(String key) throws IOException {
        if (!key.isEmpty()) {
            try {
                HeadObjectResponse head = call(
                        key,
                        () -> client.headObject(
                                request -> request.bucket(bucket).key(key)));
                return Optional.of(new Found(key, false, head.contentLength(), head.lastModified()));
            } catch (FileNotFoundException e) {
                // it may be a folder
            }
        }
        ListObjectsV2Response below = call(
                key,
                () -> client.listObjectsV2(
                        request -> request.bucket(bucket).prefix(prefix(key)).maxKeys(1)));
        return below.hasContents() && !below.contents().isEmpty()
                ? Optional.of(new Found(key, true, 0, Instant.EPOCH))
                : Optional.empty();
    }

    /** What lies directly below, by name. */
    public List<Found> list(String key) throws IOException {
        String prefix = prefix(key);
        List<Found> found = new ArrayList<>();
        Optional<String> token = Optional.empty();
        do {
            String after = token.orElse(null);
            ListObjectsV2Response page = call(
                    key,
                    () -> client.listObjectsV2(request ->
                            request.bucket(bucket).prefix(prefix).delimiter("/").continuationToken(after)));
            page.commonPrefixes()
                    .forEach(folder -> found.add(new Found(
                            folder.prefix().substring(0, folder.prefix().length() - 1), true, 0, Instant.EPOCH)));
            page.contents().stream()
                    .filter(object -> !object.key().equals(prefix))
                    .forEach(object -> found.add(new Found(object.key(), false, object.size(), object.lastModified())));
            token = Optional.ofNullable(page.nextContinuationToken()).filter(next -> page.isTruncated());
        } while (token.isPresent());
        found.sort(java.util.Comparator.comparing(Found::key));
        return found;
    }

    public InputStream open(String key, long offset) throws IOException {
        return call(
                key,
                () -> client.getObject(
                        request -> request.bucket(bucket).key(key).range("bytes=" + offset + "-")));
    }

    public OutputStream create(String key, boolean overwrite) {
        return new S3Output(client, bucket, key, overwrite);
    }

    public void delete(String key) throws IOException {
        call(key, () -> client.deleteObject(request -> request.bucket(bucket).key(key)));
    }

    private static String prefix(String key) {
        return key.isEmpty() ? "" : key + "/";
    }

    static <T> T call(String key, Supplier<T> work) throws IOException {
        try {
            return work.get();
        } catch (S3Exception e) {
            String code = Optional.ofNullable(e.awsErrorDetails())
                    .map(details -> details.errorCode())
                    .orElse(String.valueOf(e.statusCode()));
            throw switch (e.statusCode()) {
                case MISSING -> new FileNotFoundException(key + ": " + code);
                case DENIED -> new AccessDeniedException(key, null, code);
                case TAKEN, CONFLICT -> new FileAlreadyExistsException(key);
                case PAST_THE_END -> new java.io.EOFException(key);
                default -> new IOException("The object store answered " + code + " for " + key);
            };
        } catch (SdkException e) {
            throw new IOException(
                    "The object store could not be reached: " + e.getClass().getSimpleName());
        }
    }
}
