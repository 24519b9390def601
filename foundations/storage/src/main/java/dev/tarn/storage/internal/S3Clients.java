package dev.tarn.storage.internal;

import dev.tarn.storage.internal.StorageStore.SealedKeys;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** A client for each set of keys, as long as the keys stay what they are. */
public final class S3Clients {
    private final Map<SealedKeys, S3Client> clients = new ConcurrentHashMap<>();

    /** @param secret is asked for when there is no client for the keys yet */
    public S3Bucket bucket(SealedKeys keys, String bucket, Supplier<String> secret) {
        return new S3Bucket(clients.computeIfAbsent(keys, any -> client(keys, secret.get())), bucket);
    }

    private static S3Client client(SealedKeys keys, String secret) {
        return S3Client.builder()
                .httpClient(UrlConnectionHttpClient.create())
                .endpointOverride(keys.account().endpoint())
                .region(Region.of(keys.account().region()))
                .forcePathStyle(keys.account().pathStyle())
                // stores other than Amazon's do not know the newer checksums
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(keys.account().accessKeyId(), secret)))
                .build();
    }
}
