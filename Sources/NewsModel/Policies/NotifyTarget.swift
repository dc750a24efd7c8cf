/// Who is told that an edition was published: `notify` of the configuration.
package enum NotifyTarget: Sendable, Hashable {
    /// A WebSub hub.
    case webSub(hub: String)
    /// An address that gets a signed message (Standard Webhooks).
    case webhook(url: String, secret: Secret?)
}
