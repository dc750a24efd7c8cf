/// Paragraphs that stand in any story of a section: a voice, a figure, what comes next.
enum ParagraphTables {
    static let all: [SimulatedSource.Section: String] = [
        .world: """
        “We have waited for this for a long time,” a spokeswoman for the district of {town3} said. “Now it has to work.”
        The opposition asked for the documents to be published before {weekday}. The ministry said that it would consider it.
        People in the street were divided. A baker called it overdue; a bus driver wanted to know who pays.
        Neighbouring {country3} follows the matter closely and has asked to be kept informed.
        A hearing is planned for {weekday}. It will be open to the public.
        Observers point to a similar case in {town3}, which was settled after a year and a half.
        The regional assembly will receive a report by the end of {month}.
        Local radio read letters from listeners all morning, most of them in favour.
        """,
        .technology: """
        The source code and the data are to be published in {month}, the team said.
        “The hard part was not the code but the cables,” one of the engineers said.
        Independent tests are still to come. Those that we ran gave much the same figures, with one exception.
        Users in {town3} tried it for four weeks. Most want to keep it; a few asked for a bigger button.
        Data protection officers had no objections but asked for shorter storage.
        A similar attempt by {tech3} was given up two years ago for lack of money.
        The price has not been fixed. People close to the project speak of a two-digit sum.
        Documentation exists in three languages, a fourth is being written by volunteers.
        """,
        .business: """
        Shares of {company3}, a competitor, moved little on the news.
        “Nobody likes surprises,” an analyst at {bank} said, “but this one was priced in.”
        The works council learnt of the plans in the morning and asked for a meeting by {weekday}.
        Figures for the quarter are to be published in {month}.
        The trade association of {country3} called the step bold. Consumer groups want to see the small print.
        Two years ago a similar plan had failed for lack of a partner.
        In {town3} the news was met with relief and a round of coffee.
        Economists warn against reading too much into a single month.
        """,
        .science: """
        The study appeared after review, and its data are open to everyone.
        Researchers who were not involved called the result plausible and asked for a larger sample.
        “We checked for a year because we did not believe it ourselves,” the first author said.
        Next the team wants to find out whether the same holds in {region}.
        The work was paid for by public funds of {country3}; there were no conflicts of interest.
        An earlier paper had claimed the opposite, but with a tenth of the measurements.
        School classes helped with the counting and are named in the acknowledgements.
        Applications, the authors stress, are years away.
        """,
        .culture: """
        Tickets are available at the door on {weekday}, and for those under twenty they are free.
        “I wanted it to be as quiet as snow,” the director said, and it nearly is.
        The audience stayed in its seats for a while after the lights had come up.
        A catalogue, printed in {town3}, costs as much as a good lunch.
        Not everything works: the second half could lose ten minutes without harm.
        It runs until the end of {month} and then travels to {town3}.
        The city pays half, a foundation and many small donors the rest.
        It is the first time in years that people queue around the block for it.
        """,
        .sport: """
        “We did not play well, we played until the end,” the captain said.
        The next match is on {weekday}; two players are doubtful.
        Some four hundred supporters had come along, by train and on two tractors.
        The statistics were on the other side, the luck was not.
        The federation will look at the incident, but nobody expects consequences.
        It was raining sideways for most of the second half.
        The youth team had trained on the same pitch in the morning, which showed.
        In the table little changes, in the mood of the town a lot.
        """,
    ]
}
