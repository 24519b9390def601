package dev.tarn.storage.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/** A new object: in one request if it is small, else in parts. It is seen when the stream is closed. For one thread. */
final class S3Output extends OutputStream {
    private static final int PART_BYTES = 16 << 20;

    private final S3Client client;
    private final String bucket;
    private final String key;
    /** Sent so that the store itself decides between two writers. */
    private final @Nullable String onlyIfNew;

    private final List<CompletedPart> parts = new ArrayList<>();
    private ByteArrayOutputStream buffer = new ByteArrayOutputStream();
    private @Nullable String upload;
    private boolean closed;

    S3Output(S3Client client, String bucket, String key, boolean overwrite) {
        this.client = client;
        this.bucket = bucket;
        this.key = key;
        this.onlyIfNew = overwrite ? null : "*";
    }

    @Override
    public void write(int value) throws IOException {
        buffer.write(value);
        if (buffer.size() >= PART_BYTES) {
            sendPart();
        }
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int from = offset;
        int left = length;
        while (left > 0) {
            int taken = Math.min(left, PART_BYTES - buffer.size());
            buffer.write(bytes, from, taken);
            from += taken;
            left -= taken;
            if (buffer.size() >= PART_BYTES) {
                sendPart();
            }
        }
    }

    private void sendPart() throws IOException {
        if (upload == null) {
            upload = S3Bucket.call(
                            key,
                            () -> client.createMultipartUpload(
                                    request -> request.bucket(bucket).key(key)))
                    .uploadId();
        }
        int number = parts.size() + 1;
        RequestBody body = RequestBody.fromBytes(buffer.toByteArray());
        String tag = S3Bucket.call(
                        key,
                        () -> client.uploadPart(
                                request -> request.bucket(bucket)
                                        .key(key)
                                        .uploadId(upload)
                                        .partNumber(number),
                                body))
                .eTag();
        parts.add(CompletedPart.builder().partNumber(number).eTag(tag).build());
        buffer = new ByteArrayOutputStream();
    }

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        if (upload == null) {
            RequestBody body = RequestBody.fromBytes(buffer.toByteArray());
            S3Bucket.call(
                    key,
                    () -> client.putObject(
                            request -> request.bucket(bucket).key(key).ifNoneMatch(onlyIfNew), body));
            return;
        }
        if (buffer.size() > 0) {
            sendPart();
        }
        S3Bucket.call(
                key,
                () -> client.completeMultipartUpload(request -> request.bucket(bucket)
                        .key(key)
                        .uploadId(upload)
                        .ifNoneMatch(onlyIfNew)
                        .multipartUpload(all -> all.parts(parts))));
    }
}
