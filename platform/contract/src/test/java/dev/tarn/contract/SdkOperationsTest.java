package dev.tarn.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SdkOperationsTest {
    @Test
    void theTableInThisBuildIsWhatTheSdkSends() {
        assertEquals(SdkRecorder.record(), SdkOperations.all());
        assertEquals(1222, SdkOperations.all().size());
    }
}
