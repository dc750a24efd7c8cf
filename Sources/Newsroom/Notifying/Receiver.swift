import Crypto
import Foundation
import NewsModel
import Settings
import WebText

/// One who is told of runs, as far as delivering to it needs to know.
struct Receiver: Sendable {
    /// Stands for it in the state, which keeps no address: that may be secret.
    let key: String
    let url: String
    var secret: Secret?
    /// Whether messages carry their id and time in header fields (Standard Webhooks).
    var isWebhook = false

    /// `nil` for a heartbeat, to which no message is kept.
    init?(_ target: NotifyTarget) {
        switch target {
        case .webSub(let hub):
            self.init(url: hub, kind: "websub")
        case .webhook(let webhook):
            self.init(url: webhook.url, kind: webhook.format.rawValue)
            secret = webhook.secret
            isWebhook = true
        case .heartbeat: return nil
        }
    }

    private init(url: String, kind: String) {
        self.url = url
        key = Hex.text(SHA256.hash(data: Data("\(kind) \(url)".utf8)).prefix(16))
    }

    /// All that a configuration names, each once, in its order.
    static func all(in settings: Settings) -> [Receiver] {
        var known: Set<String> = []
        return settings.notify.compactMap(Receiver.init).filter { known.insert($0.key).inserted }
    }

    /// What of an address may be shown.
    static func name(of url: String, _ redactor: Redactor) -> String {
        let name = redactor.redact(PublishedAddress(of: url, besides: redactor).text)
        return name.isEmpty ? "a receiver" : name
    }
}
