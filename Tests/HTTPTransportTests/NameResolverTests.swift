import Foundation
import NIOCore
import Parallelism
import TestSupport
import Testing

@testable import HTTPTransport

@Suite(.timeLimit(.minutes(1))) struct NameResolverTests {
    /// A resolver of the system's whose silent names hang until the test lets them go.
    private final class Names: Sendable {
        private let asked = Guarded<[String]>([])
        private let overdue = Guarded<[@Sendable () -> Void]>([])
        private let released = Guarded<Set<String>>([])
        private let change = NSCondition()

        var questions: [String] { asked.withLock { $0 } }

        func lookUp(_ host: String) -> NameResolver.Resolution {
            asked.withLock { $0.append(host) }
            if host.hasPrefix("silent") { hold(host) }
            guard host != "nowhere.example", let address = try? SocketAddress(ipAddress: "192.0.2.7", port: 0) else {
                return .failure(TransportError.unknownName(host: host, reason: "not known"))
            }
            return .success([address])
        }

        /// Holds a thread of the resolver's, which nothing else waits for, until the name is let go.
        private func hold(_ host: String) {
            // So that a broken test ends.
            let end = Date(timeIntervalSinceNow: 40)
            change.lock()
            while !released.withLock({ $0.contains(host) }), change.wait(until: end) {}
            change.unlock()
        }

        func wait(_ callBack: @escaping @Sendable () -> Void) {
            overdue.withLock { $0.append(callBack) }
        }

        /// The time of every look-up that is under way is up.
        func losePatience() {
            let waiting = overdue.withLock { waiting in
                defer { waiting = [] }
                return waiting
            }
            for callBack in waiting { callBack() }
        }

        /// Lets names go.
        func release(_ hosts: String...) {
            released.withLock { $0.formUnion(hosts) }
            change.lock()
            change.broadcast()
            change.unlock()
        }

        func resolver(maxConcurrent: Int, maxThreads: Int = 1024) -> NameResolver {
            NameResolver(maxConcurrent: maxConcurrent, maxThreads: maxThreads, overdueTimer: wait, lookUp: lookUp)
        }
    }

    @Test func aNameIsLookedUpOnce() async throws {
        let names = Names()
        let resolver = names.resolver(maxConcurrent: 4)
        let first = try await resolver.addresses(of: "paper.example")
        #expect(try await resolver.addresses(of: "paper.example") == first)
        #expect(names.questions == ["paper.example"])
    }

    @Test func aNameThatLeadsNowhereIsAskedAgain() async {
        let names = Names()
        let resolver = names.resolver(maxConcurrent: 4)
        for _ in 0..<2 {
            await #expect(throws: TransportError.unknownName(host: "nowhere.example", reason: "not known")) {
                _ = try await resolver.addresses(of: "nowhere.example")
            }
        }
        #expect(names.questions.count == 2)
    }

    @Test func namesThatHangHoldUpNobodyElse() async throws {
        let names = Names()
        let resolver = names.resolver(maxConcurrent: 2)
        let silent = (0..<4).map { number in Task { try await resolver.addresses(of: "silent\(number).example") } }
        try await eventually { names.questions.count == 2 }
        let good = Task { try await resolver.addresses(of: "paper.example") }
        try await eventually {
            names.losePatience()
            return names.questions.contains("paper.example")
        }
        #expect(try await good.value.count == 1)
        names.release("silent0.example", "silent1.example", "silent2.example", "silent3.example")
        for task in silent { #expect(try await task.value.count == 1) }
    }

    @Test func whoIsCancelledWaitsForNoName() async throws {
        let names = Names()
        let resolver = names.resolver(maxConcurrent: 1)
        let task = Task { try await resolver.addresses(of: "silent.example") }
        try await eventually { !names.questions.isEmpty }
        task.cancel()
        await #expect(throws: TransportError.cancelled) { _ = try await task.value }
        names.release("silent.example")
    }

    @Test func aNameThatNobodyWaitsForAnyMoreIsNotLookedUp() async throws {
        let names = Names()
        let resolver = names.resolver(maxConcurrent: 1)
        let silent = Task { try await resolver.addresses(of: "silent.example") }
        try await eventually { names.questions.count == 1 }
        let given = Task { try await resolver.addresses(of: "given-up.example") }
        given.cancel()
        await #expect(throws: TransportError.cancelled) { _ = try await given.value }
        let other = Task { try await resolver.addresses(of: "paper.example") }
        names.release("silent.example")
        #expect(try await silent.value.count == 1)
        #expect(try await other.value.count == 1)
        #expect(names.questions == ["silent.example", "paper.example"])
    }

    @Test func thoseWhoAskForOneNameTogetherGetOneLookUp() async throws {
        let names = Names()
        let resolver = names.resolver(maxConcurrent: 4)
        let asking = (0..<3).map { _ in Task { try await resolver.addresses(of: "silent.example") } }
        try await eventually { names.questions.count == 1 }
        names.release("silent.example")
        for task in asking { #expect(try await task.value.count == 1) }
        #expect(names.questions == ["silent.example"])
    }

    /// Look-ups that are overdue don't count among those under way, neither while they go on nor when they end.
    @Test func anOverdueLookUpMakesRoomOnce() async throws {
        let names = Names()
        let resolver = names.resolver(maxConcurrent: 1)
        var silent: [Task<[SocketAddress], any Error>] = []
        for number in 0..<3 {
            silent.append(Task { try await resolver.addresses(of: "silent\(number).example") })
            try await eventually { resolver.waitingCount == number + 1 }
        }
        try await eventually { names.questions.count == 1 }
        names.losePatience()
        try await eventually { names.questions.count == 2 }
        names.release("silent0.example")
        #expect(try await silent[0].value.count == 1)
        #expect(names.questions == ["silent0.example", "silent1.example"], "its room was given away before")
        names.release("silent1.example", "silent2.example")
        for task in silent { #expect(try await task.value.count == 1) }
        #expect(names.questions.count == 3)
    }

    /// Overdue look-ups keep their threads, of which there are only so many.
    @Test func whatFindsNoThreadWaitsForOne() async throws {
        let names = Names()
        let resolver = names.resolver(maxConcurrent: 1, maxThreads: 2)
        var silent: [Task<[SocketAddress], any Error>] = []
        for number in 0..<2 {
            silent.append(Task { try await resolver.addresses(of: "silent\(number).example") })
            try await eventually { names.questions.count == number + 1 }
            names.losePatience()
        }
        let given = Task { try await resolver.addresses(of: "silent2.example") }
        try await eventually { resolver.waitingCount == 3 }
        given.cancel()
        await #expect(throws: TransportError.cancelled) { _ = try await given.value }
        let other = Task { try await resolver.addresses(of: "paper.example") }
        names.release("silent0.example")
        #expect(try await silent[0].value.count == 1)
        #expect(try await other.value.count == 1)
        #expect(names.questions == ["silent0.example", "silent1.example", "paper.example"])
        names.release("silent1.example", "silent2.example")
        #expect(try await silent[1].value.count == 1)
    }

    @Test func theSystemKnowsLoopback() throws {
        let addresses = try SystemResolver.addresses(of: "localhost").get()
        #expect(addresses.contains { $0.ipAddress == "127.0.0.1" || $0.ipAddress == "::1" })
    }
}
