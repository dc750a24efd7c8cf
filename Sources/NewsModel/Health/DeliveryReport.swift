package import Foundation

/// How one receiver of notifications was reached.
package struct DeliveryReport: Sendable, Hashable {
    /// What may be shown of its address: its host.
    package var receiver: String
    /// What it was to be told.
    package var event: NotificationEvent
    package var isDelivered: Bool
    /// Why it was not reached, in a clause.
    package var detail: String?
    /// How often it was tried, over all runs.
    package var attempts: Int
    /// How many messages to it are kept for the next run.
    package var pending: Int
    /// Since when the oldest of them waits.
    package var since: Date?

    package init(
        receiver: String, event: NotificationEvent, isDelivered: Bool, detail: String? = nil, attempts: Int = 1,
        pending: Int = 0, since: Date? = nil
    ) {
        self.receiver = receiver
        self.event = event
        self.isDelivered = isDelivered
        self.detail = detail
        self.attempts = attempts
        self.pending = pending
        self.since = since
    }
}
