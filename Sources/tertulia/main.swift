import Organizer

await TertuliaCommand.run()
