import Foundation
import NewsModel
import Settings

/// Makes the messages that a run has for all who want to hear of it.
struct MessageComposer {
    let request: RunRequest
    let redactor: Redactor

    private var settings: Settings { request.settings }

    /// The messages of one run to all receivers, and sentences on those that could not be made.
    struct Messages {
        var all: [OutgoingMessage] = []
        var notes: [String] = []
    }

    func messages(about report: RunReport) -> Messages {
        var messages = Messages()
        guard request.tellsOthers else { return messages }
        let notices = Notice.all(of: report, settings, redactor)
        for target in settings.notify {
            guard let receiver = Receiver(target) else { continue }
            switch target {
            case .webSub(let hub): addPing(to: hub, receiver, report, &messages)
            case .webhook(let webhook):
                let wanted = notices.filter { webhook.events.contains($0.event) }
                messages.all += wanted.compactMap { message(about: $0, to: webhook, receiver) }
            case .heartbeat: continue
            }
        }
        return messages
    }

    private func addPing(to hub: String, _ receiver: Receiver, _ report: RunReport, _ messages: inout Messages) {
        guard case .published = report.publication, report.news != .none else { return }
        guard let site = settings.site.url else {
            let name = Receiver.name(of: hub, redactor)
            messages.notes.append("\(name) was not told of the edition: a hub needs `url:` to know what changed.")
            return
        }
        guard let body = WebSubPing(site: site, changed: report.changed).body else { return }
        let id = "feeds_\(report.edition.date)_\(Int(report.health.generated.timeIntervalSince1970))"
        messages.all.append(
            OutgoingMessage(
                id: id, receiver: receiver.key, event: .feeds, created: request.now, headers: WebSubPing.headers,
                body: body))
    }

    private func message(about notice: Notice, to webhook: WebhookTarget, _ receiver: Receiver) -> OutgoingMessage? {
        // A template that is none has ended the run before it began.
        guard let template = try? NotificationTemplate(of: webhook) else {
            let body = StandardBody(notice: notice, redactor: redactor).bytes
            return message(about: notice, to: receiver, ["content-type": "application/json"], body)
        }
        let kind = template.isJSON ? "application/json" : "text/plain; charset=utf-8"
        var headers = ["content-type": kind]
        if webhook.format == .ntfy { headers.merge(ntfyHeaders(notice)) { _, new in new } }
        return message(about: notice, to: receiver, headers, template.body(values(of: notice)))
    }

    private func message(
        about notice: Notice, to receiver: Receiver, _ headers: [String: String], _ body: [UInt8]
    ) -> OutgoingMessage {
        let event =
            switch notice.event {
            case .edition: NotificationEvent.edition
            case .broken: NotificationEvent.broken
            case .recovered: NotificationEvent.recovered
            }
        return OutgoingMessage(
            id: notice.id, receiver: receiver.key, event: event, created: request.now, headers: headers, body: body)
    }

    /// Within what chats take: Discord 2,000 characters in all.
    private func values(of notice: Notice) -> [String: String] {
        var values = [
            "event": notice.event.rawValue, "title": notice.title.cut(toBytes: 200),
            "text": notice.text.cut(toBytes: 1500), "edition": notice.edition.date.description,
            "stories": String(notice.edition.clusters.count), "site": settings.site.title,
            "sources": notice.sources.map(\.report.source.rawValue).joined(separator: ", ").cut(toBytes: 500),
        ]
        values["url"] = notice.url
        values["headline"] = Notice.headline(of: notice.edition, redactor)?.cut(toBytes: 300)
        return values
    }

    private func ntfyHeaders(_ notice: Notice) -> [String: String] {
        let tag =
            switch notice.event {
            case .edition: "newspaper"
            case .broken: "warning"
            case .recovered: "white_check_mark"
            }
        var headers = ["title": HeaderText.encoded(notice.title.cut(toBytes: 200)), "tags": tag]
        headers["click"] = notice.url
        return headers
    }
}

/// Text in a header field: as it is in ASCII, else as an encoded word (RFC 2047 §2).
enum HeaderText {
    static func encoded(_ text: String) -> String {
        let line = String(text.map { $0.isNewline ? " " : $0 })
        guard !line.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) else { return line }
        return "=?UTF-8?B?\(Data(line.utf8).base64EncodedString())?="
    }
}
