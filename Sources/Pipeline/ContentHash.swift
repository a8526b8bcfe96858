import CCrypto

/// SHA-256, and SHA-1 where a format asks for it, by the system's libcrypto.
public enum ContentHash {
    /// The digest of some bytes as 64 hex digits. Linear in the bytes.
    public static func sha256(_ bytes: some Sequence<UInt8>) -> String {
        bytes.withContiguousStorageIfAvailable(sha256) ?? ContiguousArray(bytes).withUnsafeBufferPointer(sha256)
    }

    private static func sha256(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
        var digest = [UInt8](repeating: 0, count: 32)
        var length: UInt32 = 0
        let result = EVP_Digest(bytes.baseAddress, bytes.count, &digest, &length, EVP_sha256(), nil)
        precondition(result == 1 && length == 32, "libcrypto has no SHA-256; reinstall libssl")
        return hexadecimal(digest)
    }

    /// The SHA-1 of some bytes, which archives of the web name their payloads by: against damage, not against malice.
    static func sha1(_ bytes: [UInt8]) -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: 20)
        var length: UInt32 = 0
        let result = bytes.withUnsafeBufferPointer {
            EVP_Digest($0.baseAddress, $0.count, &digest, &length, EVP_sha1(), nil)
        }
        precondition(result == 1 && length == 20, "libcrypto has no SHA-1; reinstall libssl")
        return digest
    }

    static func hexadecimal(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count * 2)
        for byte in bytes {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }
}
