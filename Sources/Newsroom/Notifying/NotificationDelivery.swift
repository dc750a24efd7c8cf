import Fetching
import Foundation
import HTTPTransport
import NewsModel
import Settings

/// Delivers what waits for delivery, to all receivers at once, and asks heartbeats, under one deadline of their own.
struct NotificationDelivery {
    let request: RunRequest
    let redactor: Redactor
    let clock: BatchClock
    let jitter: @Sendable () -> Double

    /// How long a message is kept that its receiver does not take.
    static let longestKept: TimeInterval = 7 * 86_400

    private var settings: Settings { request.settings }

    /// What became of each message: delivered or given up, kept for the next run, and the lines of the health report.
    struct Result: Sendable {
        var removed: [OutgoingMessage.Key] = []
        /// Those that wait on, as they are now.
        var failed: [OutgoingMessage] = []
        var reports: [DeliveryReport] = []
        /// A sentence for each who was not reached for the first time, or is tried no more.
        var notes: [String] = []
    }

    /// - Parameters:
    ///   - pending: what waits, oldest first.
    ///   - isSuccess: whether heartbeats are asked.
    /// - Returns: what became of each.
    func deliver(_ pending: [OutgoingMessage], isSuccess: Bool) async -> Result {
        let receivers = Receiver.all(in: settings)
        var result = Result()
        let known = Set(receivers.map(\.key))
        // Who is no longer in the configuration is told nothing.
        result.removed = pending.filter { !known.contains($0.receiver) }.map(\.key)
        let heartbeats = isSuccess ? settings.heartbeats : []
        let byReceiver = Dictionary(grouping: pending, by: \.receiver)
        let tasks = receivers.compactMap { receiver in byReceiver[receiver.key].map { (receiver, $0) } }
        guard !tasks.isEmpty || !heartbeats.isEmpty else { return result }
        do {
            let client = try HTTPClient(fetch: settings.fetch, network: settings.network)
            defer { client.close() }
            let sender = sender(client)
            for part in await results(tasks, heartbeats, by: sender) { result.add(part) }
        } catch {
            result.notes.append(error.description)
        }
        return result
    }

    private func sender(_ client: HTTPClient) -> NotificationSender {
        NotificationSender(
            send: client.send, network: settings.network,
            timeout: min(settings.fetch.timeout, settings.notifyDeadline),
            userAgent: settings.fetch.userAgent ?? UserAgent.standard(site: settings.site.url), clock: clock,
            deadline: clock.elapsed + settings.notifyDeadline, now: request.now, jitter: jitter)
    }

    /// In the order of the receivers, then of the heartbeats.
    private func results(
        _ tasks: [(Receiver, [OutgoingMessage])], _ heartbeats: [String], by sender: NotificationSender
    ) async -> [Result] {
        await withTaskGroup(of: (Int, Result).self) { group in
            for (index, (receiver, messages)) in tasks.enumerated() {
                group.addTask { (index, await deliver(messages, to: receiver, by: sender)) }
            }
            for (index, url) in heartbeats.enumerated() {
                group.addTask { (tasks.count + index, await ask(url, by: sender)) }
            }
            return await group.reduce(into: []) { $0.append($1) }.sorted { $0.0 < $1.0 }.map(\.1)
        }
    }

    /// Sends the messages of one receiver one after the other, the oldest first; the first that fails ends it.
    private func deliver(
        _ messages: [OutgoingMessage], to receiver: Receiver, by sender: NotificationSender
    ) async -> Result {
        var result = Result()
        let name = Receiver.name(of: receiver.url, redactor)
        var rest = messages[...]
        while let message = rest.first {
            let delivery = await sender.deliver { elapsed in signed(message, for: receiver, after: elapsed) }
            guard let failure = delivery.failure.map(redactor.said) else {
                result.removed.append(message.key)
                rest = rest.dropFirst()
                result.reports = [report(name, message, delivery, pending: [])]
                continue
            }
            var tried = message
            tried.attempts += delivery.attempts
            tried.failure = failure
            let isKept = !delivery.isGone && request.now.timeIntervalSince(message.created) < Self.longestKept
            if isKept { result.failed.append(tried) } else { result.removed.append(message.key) }
            result.reports = [report(name, tried, delivery, pending: isKept ? Array(rest) : Array(rest.dropFirst()))]
            // Who goes on failing is named in the health report, not in the mail of each night.
            if message.attempts == 0 || !isKept {
                result.notes.append(
                    "\(name) was not told \(message.event.words): \(failure)\(Self.ending(isKept, delivery)).")
            }
            break
        }
        return result
    }

    private static func ending(_ isKept: Bool, _ delivery: NotificationSender.Delivery) -> String {
        if isKept { return "; the message is kept, and sent on the next run" }
        return delivery.isGone ? "; remove it from `notify`" : "; after a week of trying the message is dropped"
    }

    private func report(
        _ name: String, _ message: OutgoingMessage, _ delivery: NotificationSender.Delivery,
        pending: [OutgoingMessage]
    ) -> DeliveryReport {
        DeliveryReport(
            receiver: name, event: message.event, isDelivered: delivery.failure == nil,
            detail: delivery.failure.map(redactor.said),
            attempts: delivery.failure == nil ? message.attempts + delivery.attempts : message.attempts,
            pending: pending.count, since: pending.first?.created)
    }

    private func ask(_ url: String, by sender: NotificationSender) async -> Result {
        let delivery = await sender.deliver { _ in .init(url: url, method: .get, headers: [:], body: []) }
        var result = Result()
        let (name, failure) = (Receiver.name(of: url, redactor), delivery.failure.map(redactor.said))
        result.reports = [
            DeliveryReport(
                receiver: name, event: .heartbeat, isDelivered: failure == nil, detail: failure,
                attempts: delivery.attempts)
        ]
        if let failure { result.notes = ["\(name) was not told \(NotificationEvent.heartbeat.words): \(failure)."] }
        return result
    }

    /// A message as it is sent at an instant: its signature tells that.
    private func signed(
        _ message: OutgoingMessage, for receiver: Receiver, after elapsed: Duration
    ) -> NotificationSender.Message {
        var headers = message.headers
        if receiver.isWebhook {
            let seconds = Int((request.now.timeIntervalSince1970 + elapsed.seconds).rounded(.down))
            headers["webhook-id"] = message.id
            headers["webhook-timestamp"] = String(seconds)
            headers["webhook-signature"] = receiver.secret.map {
                WebhookSignature(secret: $0).value(id: message.id, seconds: seconds, body: message.body)
            }
        }
        return .init(url: receiver.url, headers: headers, body: message.body)
    }
}

extension NotificationDelivery.Result {
    fileprivate mutating func add(_ part: Self) {
        removed += part.removed
        failed += part.failed
        reports += part.reports
        notes += part.notes
    }
}

extension NotificationEvent {
    /// What a receiver is told, as the end of "was told".
    fileprivate var words: String {
        switch self {
        case .edition: "of the edition"
        case .broken: "which sources broke"
        case .recovered: "which sources answer again"
        case .feeds: "which feeds have changed"
        case .heartbeat: "of the success"
        }
    }
}

extension Settings {
    fileprivate var heartbeats: [String] {
        notify.compactMap { if case .heartbeat(let url) = $0 { url } else { nil } }
    }
}
