import Dispatch
import Synchronization

/// A value that another core makes while whoever will want it does something else. Like ``Parallel`` it is for those
/// who can't suspend, and so a queue of Dispatch and no task.
package final class Aside<Value: Sendable>: Sendable {
    private let group = DispatchGroup()
    private let state = Mutex(State())
    private let make: @Sendable () -> Value

    private struct State {
        var isBegun = false
        var value: Value?
    }

    /// - Parameters:
    ///   - begins: Whether it is made from now on; otherwise ``begin()`` says when.
    ///   - make: What makes it.
    package init(begins: Bool = true, _ make: @escaping @Sendable () -> Value) {
        self.make = make
        if begins { begin() }
    }

    /// Has another core make it from now on, if none does.
    package func begin() {
        let isFirst = state.withLock { state in
            defer { state.isBegun = true }
            return !state.isBegun
        }
        guard isFirst else { return }
        DispatchQueue.global().async(group: group) {
            let value = self.make()
            self.state.withLock { $0.value = value }
        }
    }

    /// The value; waits until it is made, and makes it here if that was not begun.
    package var value: Value {
        group.wait()
        return state.withLock { $0.value } ?? make()
    }
}
