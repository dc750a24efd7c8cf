/// An unbounded queue between tasks: many send, one receives.
///
/// Unlike a stream's, a wait does not end with the cancellation of whoever waits: for tasks that always send something,
/// cancelled or not, and a receiver that wants it all.
package final class Mailbox<Element: Sendable>: Sendable {
    private struct State {
        var sent: [Element] = []
        var receiver: CheckedContinuation<[Element], Never>?
    }

    private let state = Guarded(State())

    package init() {}

    /// Sends an element.
    package func send(_ element: Element) {
        let receiver = state.withLock { state -> CheckedContinuation<[Element], Never>? in
            guard let receiver = state.receiver else {
                state.sent.append(element)
                return nil
            }
            state.receiver = nil
            return receiver
        }
        receiver?.resume(returning: [element])
    }

    /// Waits for the next elements: all that were sent and not yet received, at least one. One task at a time may wait.
    package func receive() async -> [Element] {
        await withCheckedContinuation { receiver in
            let sent = state.withLock { state -> [Element] in
                precondition(state.receiver == nil, "two tasks receive from one mailbox")
                defer { state.sent = [] }
                if state.sent.isEmpty { state.receiver = receiver }
                return state.sent
            }
            if !sent.isEmpty { receiver.resume(returning: sent) }
        }
    }
}
