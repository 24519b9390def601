package dev.tarn.settings;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** Addresses of IPv4 or IPv6 that share their first bits: {@code 10.0.0.0/8}, or one address alone. Never a name: nothing is looked up. */
public record IpRange(String text) {
    private static final Pattern ADDRESS = Pattern.compile("(\\d{1,3}\\.){3}\\d{1,3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*");

    /** @throws dev.tarn.core.AppException INVALID_PARAMETER_VALUE if this is no range */
    public IpRange {
        String[] parts = text.split("/", -1);
        byte[] address = parts.length > 2 ? null : bytes(parts[0]);
        if (address == null || (parts.length == 2 && !isPrefix(parts[1], address.length * 8))) {
            throw SettingsErrors.badRange(text);
        }
    }

    /** Whether an address, as text, is one of these. */
    boolean holds(String address) {
        String[] parts = text.split("/", -1);
        byte[] mine = bytes(parts[0]);
        byte[] other = bytes(address.replaceFirst("%.*$", ""));
        if (mine == null || other == null || mine.length != other.length) {
            return false;
        }
        int bits = parts.length == 2 ? Integer.parseInt(parts[1]) : mine.length * 8;
        for (int i = 0; i < bits; i++) {
            int mask = 0x80 >> (i % 8);
            if ((mine[i / 8] & mask) != (other[i / 8] & mask)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPrefix(String text, int most) {
        return text.matches("\\d{1,3}") && Integer.parseInt(text) <= most;
    }

    private static byte @org.jspecify.annotations.Nullable [] bytes(String text) {
        if (!ADDRESS.matcher(text).matches()) {
            return null;
        }
        try {
            return InetAddress.getByName(text).getAddress();
        } catch (UnknownHostException e) {
            return null;
        }
    }
}
