/// Why a digest cannot be used.
public enum DigestError: Error, Equatable, CustomStringConvertible {
    /// The bytes are no digest of this version; `reason` says what is missing.
    case notADigest(reason: String)

    /// What is wrong and what to do next.
    public var description: String {
        switch self {
        case .notADigest(let reason):
            "digest: digest.json is not a dateline digest (\(reason)); make the edition again with `dateline digest`"
        }
    }
}
