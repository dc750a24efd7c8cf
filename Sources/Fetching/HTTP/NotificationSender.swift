import HTTPTransport
import NIOHTTP1
package import NewsModel

/// Sends notifications to webhooks and hubs: one POST each, bounded in time, to no address that may not be asked.
package struct NotificationSender: Sendable {
    private let send: SendRequest
    private let addresses: AddressPolicy
    private let timeout: Duration
    private let userAgent: String
    private let clock: BatchClock

    package struct Message: Sendable, Hashable {
        package var url: String
        /// By name; they may hold no secrets.
        package var headers: [String: String]
        package var body: [UInt8]

        package init(url: String, headers: [String: String], body: [UInt8]) {
            self.url = url
            self.headers = headers
            self.body = body
        }
    }

    package init(
        send: @escaping SendRequest, network: NetworkPolicy, timeout: Duration, userAgent: String,
        clock: BatchClock
    ) {
        self.send = send
        self.timeout = timeout
        self.userAgent = userAgent
        self.clock = clock
        addresses = AddressPolicy(allowsPrivate: network.allowsPrivate)
    }

    /// Sends one message.
    ///
    /// - Parameter message: sent once; redirects are not followed.
    /// - Returns: `nil` if it was accepted (any 2xx), else what went wrong in a clause.
    package func post(_ message: Message) async -> String? {
        let progress = FetchProgress()
        do {
            try addresses.judge(url: message.url)
            let status = try await clock.race(until: clock.elapsed + timeout) {
                progress.enter(.waitingForAnswer)
                return try await send(request(message)).status
            }
            return (200..<300).contains(Int(status.code)) ? nil : "\(status.code) \(status.reasonPhrase)"
        } catch {
            return FetchFailure(error, progress: progress).summary
        }
    }

    private func request(_ message: Message) -> HTTPRequest {
        var request = HTTPRequest(url: message.url)
        request.method = .POST
        request.headers.add(name: "user-agent", value: userAgent)
        for (name, value) in message.headers.sorted(by: { $0.key < $1.key }) {
            request.headers.add(name: name, value: value)
        }
        request.body = message.body
        return request
    }
}
