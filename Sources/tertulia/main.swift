print("tertulia")
