import Parallelism
import Testing

@Suite(.timeLimit(.minutes(1))) struct MailboxTests {
    @Test func whatWasSentIsReceivedTogetherInItsOrder() async {
        let mailbox = Mailbox<Int>()
        for number in 0..<5 { mailbox.send(number) }
        #expect(await mailbox.receive() == [0, 1, 2, 3, 4])
        mailbox.send(5)
        #expect(await mailbox.receive() == [5])
    }

    @Test func whoReceivesWaitsForWhatIsSent() async {
        let mailbox = Mailbox<Int>()
        async let received = mailbox.receive()
        await Task.yield()
        mailbox.send(7)
        #expect(await received == [7])
    }

    @Test func ofManySendersNothingIsLost() async {
        let mailbox = Mailbox<Int>()
        await withDiscardingTaskGroup { group in
            for number in 0..<1000 { group.addTask { mailbox.send(number) } }
            var received: Set<Int> = []
            while received.count < 1000 { received.formUnion(await mailbox.receive()) }
            #expect(received == Set(0..<1000))
        }
    }

    @Test func aCancelledReceiverGetsWhatIsSentAllTheSame() async {
        let (mailbox, begun) = (Mailbox<Int>(), Mailbox<Void>())
        let receiver = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            begun.send(())
            return await mailbox.receive()
        }
        _ = await begun.receive()
        mailbox.send(1)
        #expect(await receiver.value == [1])
    }
}
