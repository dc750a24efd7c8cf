import Foundation
import NIOCore
import Synchronization
import TestSupport
import Testing

@testable import HTTPTransport

@Suite struct NameResolverTests {
    /// A resolver of the system's whose silent names hang until the test lets them go.
    private final class Names: Sendable {
        private let asked = Mutex<[String]>([])
        private let overdue = Mutex<[@Sendable () -> Void]>([])
        private let release = DispatchSemaphore(value: 0)

        var questions: [String] { asked.withLock { $0 } }

        func lookUp(_ host: String) -> NameResolver.Resolution {
            asked.withLock { $0.append(host) }
            if host.hasPrefix("silent") { release.wait() }
            guard host != "nowhere.example", let address = try? SocketAddress(ipAddress: "192.0.2.7", port: 0) else {
                return .failure(TransportError.unknownName(host: host, reason: "not known"))
            }
            return .success([address])
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

        /// Lets as many names go as are asked for here.
        func release(_ count: Int) {
            for _ in 0..<count { release.signal() }
        }

        func resolver(maxConcurrent: Int) -> NameResolver {
            NameResolver(maxConcurrent: maxConcurrent, overdueTimer: wait, lookUp: lookUp)
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
        names.release(4)
        for task in silent { #expect(try await task.value.count == 1) }
    }

    @Test func whoIsCancelledWaitsForNoName() async throws {
        let names = Names()
        let resolver = names.resolver(maxConcurrent: 1)
        let task = Task { try await resolver.addresses(of: "silent.example") }
        try await eventually { !names.questions.isEmpty }
        task.cancel()
        await #expect(throws: TransportError.cancelled) { _ = try await task.value }
        names.release(1)
    }

    @Test func theSystemKnowsLoopback() throws {
        let addresses = try SystemResolver.addresses(of: "localhost").get()
        #expect(addresses.contains { $0.ipAddress == "127.0.0.1" || $0.ipAddress == "::1" })
    }
}
