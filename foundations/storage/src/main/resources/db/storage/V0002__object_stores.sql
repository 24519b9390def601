-- Keys of an S3-compatible store; the secret is sealed with the server's master key.
ALTER TABLE storage_credential ADD COLUMN s3_key_id TEXT;
ALTER TABLE storage_credential ADD COLUMN s3_account TEXT;
ALTER TABLE storage_credential ADD COLUMN s3_secret TEXT;
