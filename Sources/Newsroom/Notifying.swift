import Crypto
import Fetching
import Foundation
import HTTPTransport
import NewsModel
import Publishing
import Settings
import WebText

/// Tells hubs and webhooks that an edition was published, once the site stands.
struct Notifying {
    let request: RunRequest
    let redactor: Redactor

    private var settings: Settings { request.settings }

    /// Sends every message, all at once. Returns a sentence for each who was not reached; nobody waits for it to be
    /// mended.
    func tell(of edition: Edition, changed: [String]) async -> [String] {
        guard !settings.notify.isEmpty else { return [] }
        let (messages, complaints) = messages(about: edition, changed: changed)
        do {
            let client = try HTTPClient(fetch: settings.fetch, network: settings.network)
            defer { client.close() }
            let sender = NotificationSender(
                send: client.send, network: settings.network, timeout: settings.fetch.timeout,
                userAgent: settings.fetch.userAgent ?? UserAgent.standard(site: settings.site.url),
                clock: BatchClock(ContinuousClock()))
            return complaints + (await deliver(messages, by: sender))
        } catch {
            return complaints + [error.description]
        }
    }

    private func deliver(_ messages: [NotificationSender.Message], by sender: NotificationSender) async -> [String] {
        return await withTaskGroup(of: String?.self) { group in
            for message in messages {
                group.addTask {
                    await sender.post(message).map { "\(message.url) was not told of the edition: \($0)." }
                }
            }
            return await group.reduce(into: [String?]()) { $0.append($1) }.compactMap { $0 }.map(redactor.said)
                .sorted()
        }
    }

    func messages(
        about edition: Edition, changed: [String]
    ) -> (messages: [NotificationSender.Message], complaints: [String]) {
        var messages: [NotificationSender.Message] = []
        var complaints: [String] = []
        for target in settings.notify {
            switch target {
            case .webSub(let hub):
                guard let site = settings.site.url else {
                    let complaint = "\(hub) was not told of the edition: a hub needs `url:` to know what changed."
                    complaints.append(redactor.said(complaint))
                    continue
                }
                if let ping = WebSubPing(hub: hub, site: site, changed: changed).message { messages.append(ping) }
            case .webhook(let url, let secret):
                let webhook = Webhook(
                    url: url, secret: secret, site: settings.site.url, now: request.now, redactor: redactor)
                messages.append(webhook.message(about: edition))
            }
        }
        return (messages, complaints)
    }
}

/// What a WebSub hub is sent: the common form of `hub.mode=publish`, once for all topics.
struct WebSubPing {
    let hub: String
    let site: String
    let changed: [String]

    /// `nil` where no feed has changed.
    var message: NotificationSender.Message? {
        let topics = changed.filter(SitePaths.canBeSubscribedTo).sorted().map { site + $0 }
        guard !topics.isEmpty else { return nil }
        let form = ["hub.mode=publish"] + topics.map { "hub.url=\(PercentEncoding.encodedValue($0))" }
        return NotificationSender.Message(
            url: hub, headers: ["content-type": "application/x-www-form-urlencoded"],
            body: Array(form.joined(separator: "&").utf8))
    }
}

/// A message of Standard Webhooks: `edition.published`, signed where there is a secret.
struct Webhook {
    let url: String
    let secret: Secret?
    let site: String?
    let now: Date
    var redactor = Redactor.none

    private struct Body: Encodable {
        let type = "edition.published"
        let timestamp: String
        let data: Content

        struct Content: Encodable {
            let edition: String
            let stories: Int
            let headline: String?
            let url: String?
        }
    }

    func message(about edition: Edition) -> NotificationSender.Message {
        let clusters = edition.clusters
        let content = Body.Content(
            edition: edition.date.description, stories: clusters.count,
            headline: (clusters.first?.lead.title).map(redactor.redact),
            url: site.map { "\($0)\(edition.date.path)/" })
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Strings and whole numbers always encode.
        let body = (try? encoder.encode(Body(timestamp: now.formatted(.iso8601), data: content))) ?? Data()
        return NotificationSender.Message(url: url, headers: headers(for: body, edition.date), body: Array(body))
    }

    private func headers(for body: Data, _ date: EditionDate) -> [String: String] {
        let seconds = Int(now.timeIntervalSince1970)
        let id = "edition_\(date)_\(seconds)"
        var headers = [
            "content-type": "application/json", "webhook-id": id, "webhook-timestamp": String(seconds),
        ]
        if let key {
            let signed = Data("\(id).\(seconds).".utf8) + body
            let code = HMAC<SHA256>.authenticationCode(for: signed, using: key)
            headers["webhook-signature"] = "v1,\(Data(code).base64EncodedString())"
        }
        return headers
    }

    /// Behind `whsec_` stands the key in base64; any other secret is the key itself.
    private var key: SymmetricKey? {
        guard let text = secret?.reveal() else { return nil }
        if text.hasPrefix("whsec_"), let bytes = Data(base64Encoded: String(text.dropFirst(6))) {
            return SymmetricKey(data: bytes)
        }
        return SymmetricKey(data: Data(text.utf8))
    }
}
