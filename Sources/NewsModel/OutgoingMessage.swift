package import Foundation

/// A notification as it is kept until its receiver has taken it.
package struct OutgoingMessage: Sendable, Hashable {
    /// The same in every attempt, so that a receiver knows what it had already.
    package var id: String
    /// Whose it is: a hash of the receiver's address, which may be secret.
    package var receiver: String
    package var event: NotificationEvent
    package var created: Date
    /// Header fields by their names in small letters, without those of a signature.
    package var headers: [String: String]
    package var body: [UInt8]
    /// How often it was tried.
    package var attempts: Int
    /// Why the last attempt failed, in a clause.
    package var failure: String?

    package init(
        id: String, receiver: String, event: NotificationEvent, created: Date, headers: [String: String],
        body: [UInt8], attempts: Int = 0, failure: String? = nil
    ) {
        self.id = id
        self.receiver = receiver
        self.event = event
        self.created = created
        self.headers = headers
        self.body = body
        self.attempts = attempts
        self.failure = failure
    }

    /// What tells it from all others: one receiver gets no message twice.
    package var key: Key { Key(receiver: receiver, id: id) }

    package struct Key: Sendable, Hashable {
        package var receiver: String
        package var id: String

        package init(receiver: String, id: String) {
            self.receiver = receiver
            self.id = id
        }
    }
}
