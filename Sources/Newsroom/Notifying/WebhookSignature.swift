import Crypto
import Foundation
import NewsModel

/// The signature of a message by Standard Webhooks: HMAC-SHA256 over its id, the time of the attempt and the body.
struct WebhookSignature {
    private let key: SymmetricKey

    /// Behind `whsec_` stands the key in base64; any other secret is the key itself.
    init(secret: Secret) {
        let text = secret.reveal()
        if text.hasPrefix("whsec_"), let bytes = Data(base64Encoded: String(text.dropFirst(6))) {
            key = SymmetricKey(data: bytes)
        } else {
            key = SymmetricKey(data: Data(text.utf8))
        }
    }

    /// The value of `webhook-signature`; the time is in seconds since 1970.
    func value(id: String, seconds: Int, body: [UInt8]) -> String {
        let signed = Data("\(id).\(seconds).".utf8) + Data(body)
        return "v1,\(Data(HMAC<SHA256>.authenticationCode(for: signed, using: key)).base64EncodedString())"
    }
}
