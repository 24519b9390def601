package dev.tarn.engine;

/**
 * Some rows in Arrow's IPC format: one encapsulated record batch message, uncompressed. {@link ResultSchema#arrowSchema}, then
 * batches, then an end-of-stream marker make an Arrow stream.
 */
public record ArrowBatch(byte[] message, long rows) {}
